/** Executions in AWS: starts one in Step Functions, and tells what its history tells. */
@NullMarked
package io.syncstep.local.aws;

import org.jspecify.annotations.NullMarked;
