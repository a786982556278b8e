/**
 * What a job is: the face every domain shows to the pipeline. Which jobs there are is in pipeline.
 */
@NullMarked
package org.evenhand.job;

import org.jspecify.annotations.NullMarked;
