/** AWS Lambda on this machine: the Runtime API, and the packaged functions under AWS's own runtime interface client. */
@NullMarked
package io.betterprompts.lambda;

import org.jspecify.annotations.NullMarked;
