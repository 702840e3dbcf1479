package claimtrail.simulator;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/// The one address of the sandbox: passes each request on to the side that answers it, unchanged and unbuffered.
final class FrontDoor implements AutoCloseable {

    /// How long a side may be silent within an answer. Long, because a stream of events may have nothing to say.
    private static final Duration SILENCE = Duration.ofMinutes(30);

    private final Server server;
    private final ServerConnector connector;

    private FrontDoor(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /// Opens the address.
    ///
    /// @param port where to listen; 0 for any free port
    /// @throws CannotStart if another program listens there
    static FrontDoor open(int port, URI commandSide, URI querySide) {
        var server = new Server();
        var connector = new ServerConnector(server);
        connector.setPort(port);
        connector.setIdleTimeout(SILENCE.toMillis());
        server.addConnector(connector);
        server.setHandler(new Passage(commandSide, querySide));
        server.setErrorHandler(new ProblemHandler());
        try {
            server.start();
            return new FrontDoor(server, connector);
        } catch (IOException e) {
            stop(server);
            if (e.getCause() instanceof BindException || e instanceof BindException) {
                throw new CannotStart(inUse(port), e);
            }
            throw new CannotStart("The address on port %d cannot be opened: %s.".formatted(port, e.getMessage()), e);
        } catch (Exception e) {
            stop(server);
            throw new IllegalStateException(e);
        }
    }

    /// The sentence for a port that is taken.
    static String inUse(int port) {
        return "Port %d is in use by another program: stop it, or choose another with --port.".formatted(port);
    }

    /// The address for people and programs.
    URI address() {
        return URI.create("http://localhost:" + connector.getLocalPort());
    }

    @Override
    public void close() {
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Passage extends ProxyHandler {

        private final URI commandSide;
        private final URI querySide;

        private Passage(URI commandSide, URI querySide) {
            this.commandSide = commandSide;
            this.querySide = querySide;
        }

        @Override
        protected HttpURI rewriteHttpURI(Request request) {
            var asked = request.getHttpURI();
            var path = String.valueOf(asked.getPath());
            var side = switch (Route.of(request.getMethod(), path)) {
                case COMMAND -> commandSide;
                case QUERY -> querySide;
            };
            return HttpURI.build(asked)
                    .scheme(side.getScheme())
                    .authority(side.getHost(), side.getPort())
                    .path(path)
                    .query(asked.getQuery());
        }

        @Override
        protected void configureHttpClient(HttpClient client) {
            super.configureHttpClient(client);
            client.setIdleTimeout(SILENCE.toMillis());
            client.setMaxConnectionsPerDestination(1024);
            client.setRequestBufferSize(32 << 10); // long cursors travel in the query
        }
    }
}
