package io.syncstep.handlers;

import static io.syncstep.handlers.OverviewCalls.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncstep.overview.AccountName;
import io.syncstep.overview.Status;
import io.syncstep.page.Filter;
import io.syncstep.sync.ProviderName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an event asks for, and what is said of one that asks for nothing that there is. */
class WishTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'shows':{}}                       | shows is none of the parameters show, open, start, | got {}",
                "{'provider':'stitch'}              | provider is none of the parameters                 | got 'stitch'",
                "{'apiKey':'hidden'}                | apiKey is none of the parameters                   | got ***",
                "{'show':{'colour':1}}              | show.colour is none of the parameters provider,    | got 1",
                "{'show':'Healthy'}                 | show must be a JSON object                         | got 'Healthy'",
                "{'show':{'provider':'fivetran'}}   | show.provider must be one of hightouch, stitch, dbt| got 'fivetran'",
                "{'show':{'status':'healthy'}}      | show.status must be one of                         | got 'healthy'",
                "{'show':{'status':7}}              | show.status must be a text                         | got 7",
                "{'show':{'part':'0'}}              | show.part must be a text of digits, 1..999999      | got '0'",
                "{'list':{'part':'0'}}              | list.part must be a text of digits, 1..999999      | got '0'",
                "{'show':{'text':['x']}}            | show.text must be a text                           | got ['x']",
                "{'filter':'yes'}                   | filter must be true or false                       | got 'yes'",
                "{'describe':'yes'}                 | describe must be true or false                     | got 'yes'",
                "{'name':'widget-1'}                | name must come with start                          | got 'widget-1'",
                "{'open':[]}                        | open must be a JSON object                         | got []",
                "{'open':{'provider':'x','account':'y','taskId':'1'}} | open must have the provider and       | got {",
                "{'open':{'provider':'dbt','account':'y','taskId':1}} | open.taskId must be a text            | got 1",
                "{'open':{'provider':'dbt','account':'y','taskId':'1','run':true}} | open.run is none of      | got true"
            })
    void aParameterThatMeansNothingIsNamedWithItsRuleAndItsValue(String event, String rule, String value) {
        Wish wish = wish(event);

        assertThat(wish).isInstanceOf(Wish.Unclear.class);
        String why = ((Wish.Unclear) wish).why();
        assertThat(why).startsWith(rule).contains(value.replace('\'', '"')).doesNotContain("hidden");
    }

    @Test
    void aTextThatIsTooLongIsNotCutInSilence() {
        assertThat(wish("{'show':{'text':'" + "x".repeat(201) + "'}}")).isInstanceOf(Wish.Unclear.class);
        assertThat(wish("{'show':{'text':'" + "x".repeat(200) + "'}}")).isInstanceOf(Wish.Show.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'widgetContext':{'theme':'dark','forms':{'all':{}},'params':{'any':1},'width':600,'new':{}}}",
                "{'show':{}}",
                "{'show':{'provider':'','status':null}}",
                "{'filter':true,'show':{'provider':'stitch'}}"
            })
    void whatCloudWatchAddsAndWhatIsEmptyFiltersNothing(String event) {
        assertThat(wish(event)).isEqualTo(new Wish.Show(new Filter(null, null, "", 1)));
    }

    @Test
    void theParametersOfAWidgetAreItsFilter() {
        assertThat(wish("{'show':{'provider':'stitch','status':'Failing','text':'crm','part':'2'},'widgetContext':{}}"))
                .isEqualTo(new Wish.Show(new Filter(ProviderName.STITCH, Status.FAILING, "crm", 2)));
    }

    @Test
    void aButtonsCallMeansTheButtonWhateverTheWidgetsParameters() {
        assertThat(wish("{'show':{'text':'crm'},'open':{'provider':'dbt','account':'y','taskId':'1'}}"))
                .isEqualTo(new Wish.Open(new AccountName(ProviderName.DBT, "y"), "1"));
    }

    @Test
    void whatSomebodyFilteredOutlivesARefreshThoughTheWidgetHasAFilterOfItsOwn() {
        String form = "'widgetContext':{'forms':{'all':{'provider':'','status':'','text':'crm','part':'3'}}}";

        assertThat(wish("{'show':{'provider':'stitch'}," + form + "}"))
                .isEqualTo(new Wish.Show(new Filter(null, null, "crm", 3)));
        assertThat(wish("{'show':{'provider':'stitch'},'filter':true," + form + "}"))
                .isEqualTo(new Wish.Show(new Filter(null, null, "crm", 1)));
        assertThat(wish("{'show':{'provider':'stitch'},'list':{'part':'2'}," + form + "}"))
                .isEqualTo(new Wish.Show(new Filter(null, null, "", 2)));
    }

    @Test
    void aDescriptionIsGivenWhateverElseIsAskedFor() {
        assertThat(wish("{'describe':true,'other':1}")).isEqualTo(new Wish.Describe());
    }

    @Test
    void theFormOfAnOlderVersionIsNoMistakeOfItsReader() {
        assertThat(wish("{'widgetContext':{'forms':{'all':{'status':'Gone','text':'crm','more':'x'}}}}"))
                .isEqualTo(new Wish.Show(new Filter(null, null, "crm", 1)));
    }

    private static Wish wish(String event) {
        return Wish.of(node(event.replace('\'', '"')));
    }
}
