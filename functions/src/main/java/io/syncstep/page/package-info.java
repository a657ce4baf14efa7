/** What people see of the overview: HTML for the widget in CloudWatch and for the page on the own machine alike. */
@NullMarked
package io.syncstep.page;

import org.jspecify.annotations.NullMarked;
