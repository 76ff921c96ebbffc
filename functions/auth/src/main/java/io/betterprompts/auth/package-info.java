/** Accounts, logins and sessions. The only place that holds a private key, a password or a refresh token. */
@NullMarked
package io.betterprompts.auth;

import org.jspecify.annotations.NullMarked;
