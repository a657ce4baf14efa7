package io.syncstep;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rooms of this module stay apart: whoever reads one need not know the others. */
class RoomsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.syncstep");

    @Test
    void theCoreKnowsNoOtherRoom() {
        noClasses()
                .that()
                .resideInAPackage("..sync..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.syncstep..").and(resideOutsideOfPackage("io.syncstep.sync..")))
                .check(core());
    }

    @Test
    void theCoreKnowsNoLibraryButTheNullnessAnnotations() {
        classes()
                .that()
                .resideInAPackage("io.syncstep.sync..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("io.syncstep.sync..", "java..", "org.jspecify.."))
                .check(core());
    }

    @Test
    void providersDoNotKnowEachOther() {
        slices().matching("io.syncstep.(hightouch|stitch|dbt)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void nobodyButTheHandlersKnowsAProvider() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.syncstep.handlers..",
                        "io.syncstep.hightouch..",
                        "io.syncstep.stitch..",
                        "io.syncstep.dbt..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.syncstep.hightouch..", "io.syncstep.stitch..", "io.syncstep.dbt..")
                .check(CLASSES);
    }

    @Test
    void onlyTheHandlersKnowLambda() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.syncstep.handlers..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.amazonaws..")
                .check(CLASSES);
    }

    @Test
    void onlyCredentialsHistoryAndHandlersKnowTheSdkOfAws() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.syncstep.credentials..", "io.syncstep.history..", "io.syncstep.handlers..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .check(CLASSES);
    }

    @Test
    void noRoomLeadsBackToItself() {
        slices().matching("io.syncstep.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void noNameSaysNothing() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Base")
                .orShould()
                .haveSimpleNameEndingWith("Data")
                .orShould()
                .haveSimpleNameEndingWith("Info")
                .check(CLASSES);
    }

    @Test
    void everyRoomIsCheckedForNulls() {
        classes()
                .that()
                .resideInAPackage("io.syncstep..")
                .should(new ArchCondition<JavaClass>("live in a package that is NullMarked") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        boolean isMarked = item.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(
                                item, isMarked, item.getName() + " is in a package without NullMarked"));
                    }
                })
                .check(CLASSES);
    }

    private static JavaClasses core() {
        return CLASSES.that(resideInAPackage("io.syncstep.sync.."));
    }
}
