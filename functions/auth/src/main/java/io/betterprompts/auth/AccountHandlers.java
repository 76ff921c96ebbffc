package io.betterprompts.auth;

import io.betterprompts.common.http.Handler;
import io.betterprompts.common.http.Request;
import io.betterprompts.common.http.Response;
import io.betterprompts.common.identity.AccessTokenInvalid;
import java.util.Map;

/** The operations on the caller's own account. */
final class AccountHandlers {

    private final Users users;
    private final ChangeProfile changeProfile;
    private final ChangePassword changePassword;
    private final DeleteAccount deleteAccount;
    private final ExportAccount exportAccount;

    AccountHandlers(
            Users users,
            ChangeProfile changeProfile,
            ChangePassword changePassword,
            DeleteAccount deleteAccount,
            ExportAccount exportAccount) {
        this.users = users;
        this.changeProfile = changeProfile;
        this.changePassword = changePassword;
        this.deleteAccount = deleteAccount;
        this.exportAccount = exportAccount;
    }

    Map<String, Handler> byOperation() {
        return Map.of(
                "readProfile", this::read,
                "patchProfile", this::patch,
                "changePassword", this::changePassword,
                "deleteAccount", Handler.patient(this::delete),
                "exportAccount", this::export);
    }

    /** An account deleted since the request was let in is no account. */
    private Response read(Request request) {
        return profile(users.find(request.caller().user()).orElseThrow(AccessTokenInvalid::new));
    }

    private Response patch(Request request) {
        return profile(changeProfile.change(
                request.caller().user(), request.body(ProfilePatch.class), request.precondition()));
    }

    private static Response profile(User user) {
        return Response.ok(Profile.of(user)).version(user.version());
    }

    private Response changePassword(Request request) {
        changePassword.change(
                request.caller(),
                password(request, "current_password"),
                password(request, "new_password"),
                Device.of(request));
        return Response.noContent();
    }

    private Response delete(Request request) {
        deleteAccount.delete(
                request.caller().user(), password(request, "password"), request.precondition(), Device.of(request));
        return Response.noContent();
    }

    private Response export(Request request) {
        ExportPosition from =
                request.parameter("cursor").map(ExportPosition::of).orElse(ExportPosition.START);
        return Response.ok(exportAccount.export(request.caller().user(), from));
    }

    private static Password password(Request request, String field) {
        return new Password(request.body().path(field).asString());
    }
}
