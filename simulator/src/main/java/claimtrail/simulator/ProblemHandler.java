package claimtrail.simulator;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// What the address says when the side behind it does not: the same problem+json that the sides speak.
final class ProblemHandler extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var status = response.getStatus();
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        Content.Sink.write(response, true, problem(status), callback);
        return true;
    }

    private static String problem(int status) {
        return switch (status) {
            case 502, 503, 504 ->
                "{\"status\":%d,\"code\":\"SIDE_UNREACHABLE\",\"title\":\"The side that answers this is not running\"}"
                        .formatted(status);
            default ->
                "{\"status\":%d,\"code\":\"NOT_PASSED_ON\",\"title\":\"The request could not be passed on\"}"
                        .formatted(status);
        };
    }
}
