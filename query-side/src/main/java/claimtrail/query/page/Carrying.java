package claimtrail.query.page;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.AttributeValueQuotes;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/// Lets every link and every form of a page that looks at an earlier position carry that position on. It stands here,
/// once, because a single template that forgot it would lead back to the present without saying so.
///
/// A link that is meant to leave the past says so by `data-now`.
@Component
final class Carrying extends AbstractDialect implements IPostProcessorDialect {

    private static final int AFTER_ALL_OTHERS = 10_000;

    Carrying() {
        super("carrying");
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return AFTER_ALL_OTHERS;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, Handler.class, AFTER_ALL_OTHERS));
    }

    /// Called by the template engine, once for each page.
    public static final class Handler extends AbstractTemplateHandler {

        /// The template engine makes one for each page.
        public Handler() {
            super();
        }

        @Override
        public void handleOpenElement(IOpenElementTag tag) {
            if (!(getContext().getVariable(Frame.LOOKING) instanceof Known known)
                    || !known.fixed()
                    || tag.hasAttribute("data-now")) {
                super.handleOpenElement(tag);
                return;
            }
            var name = tag.getElementCompleteName().toLowerCase(Locale.ROOT);
            var href = tag.getAttributeValue("href");
            if (name.equals("a") && href != null && leadsToPage(href)) {
                super.handleOpenElement(getContext()
                        .getModelFactory()
                        .setAttribute(
                                tag, "href", Links.asOf(href, known.position()).replace("&asOf=", "&amp;asOf=")));
                return;
            }
            super.handleOpenElement(tag);
            if (name.equals("form") && asks(tag)) {
                super.handleStandaloneElement(getContext()
                        .getModelFactory()
                        .createStandaloneElementTag(
                                "input",
                                Map.of("type", "hidden", "name", "asOf", "value", String.valueOf(known.position())),
                                AttributeValueQuotes.DOUBLE,
                                false,
                                false));
            }
        }

        /// Addresses of programs name their position themselves.
        private static boolean leadsToPage(String href) {
            return href.startsWith("/")
                    && !href.startsWith("//")
                    && !href.startsWith("/api/")
                    && !href.startsWith("/v3/")
                    && !href.contains("asOf=");
        }

        private static boolean asks(IProcessableElementTag form) {
            return !"post".equalsIgnoreCase(form.getAttributeValue("method"));
        }
    }
}
