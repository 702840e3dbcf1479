package claimtrail.query.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// Addresses of pages.
final class Links {

    private Links() {}

    /// The same address without one parameter, ready for another to follow.
    static String without(Map<String, String[]> parameters, String path, String left) {
        var link = new StringBuilder(path).append('?');
        new TreeMap<>(parameters).forEach((name, values) -> {
            if (!name.equals(left) && !values[0].isBlank()) {
                link.append(name)
                        .append('=')
                        .append(URLEncoder.encode(values[0], StandardCharsets.UTF_8))
                        .append('&');
            }
        });
        return link.toString();
    }

    /// The evidence for a figure that a page explains or proves, as a file.
    static String pack(String page) {
        return page.replaceFirst("^(/why|/prove)?(?=\\?)", "/api/audit/pack");
    }

    /// The page that explains what an API address explains.
    static String why(String explain) {
        return explain.replace("/api/audit/explain", "/why");
    }

    /// The same address as it was known at a position.
    static String asOf(String address, long position) {
        var mark = address.indexOf('#');
        var path = mark < 0 ? address : address.substring(0, mark);
        var join = path.endsWith("?") || path.endsWith("&") ? "" : path.contains("?") ? "&" : "?";
        return path + join + "asOf=" + position + (mark < 0 ? "" : address.substring(mark));
    }
}
