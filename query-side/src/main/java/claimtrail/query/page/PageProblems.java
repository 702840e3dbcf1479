package claimtrail.query.page;

import claimtrail.query.web.NotThere;
import claimtrail.query.web.ParameterRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/// A page that cannot be shown says so, and looks like nothing else.
@ControllerAdvice(basePackageClasses = PageProblems.class)
final class PageProblems {

    private static final Logger LOG = LoggerFactory.getLogger(PageProblems.class);

    PageProblems() {}

    @ExceptionHandler
    ModelAndView refused(ParameterRefused refused) {
        return problem(
                HttpStatus.BAD_REQUEST, "This address does not make sense.", String.valueOf(refused.getMessage()));
    }

    @ExceptionHandler
    ModelAndView missing(NotThere missing) {
        return problem(
                HttpStatus.NOT_FOUND,
                "There is nothing under this address.",
                "It may have been mistyped: " + missing.getMessage() + ".");
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ModelAndView database(RuntimeException failure) {
        LOG.error("the database does not answer", failure);
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The figures cannot be read just now.",
                "The database does not answer. Nothing is lost, and no number is shown until it does.");
    }

    private static ModelAndView problem(HttpStatus status, String headline, String detail) {
        var page = new ModelAndView("problem", status);
        page.addObject("headline", headline);
        page.addObject("detail", detail);
        return page;
    }
}
