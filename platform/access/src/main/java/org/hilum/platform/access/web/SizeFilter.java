package org.hilum.platform.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies larger than a handler needs, by the length said or by counting. */
final class SizeFilter extends OncePerRequestFilter {

  private static final int DEEPEST = 20;

  private record Rule(PathPatternRequestMatcher path, long most) {}

  private final long usual;
  private final List<Rule> larger;

  SizeFilter(RequestSizes sizes) {
    this.usual = sizes.usual();
    this.larger = sizes.larger().stream().map(SizeFilter::rule).toList();
  }

  private static Rule rule(RequestSizes.Larger larger) {
    var method = HttpMethod.valueOf(larger.method());
    return new Rule(PathPatternRequestMatcher.pathPattern(method, larger.path()), larger.most());
  }

  private long most(HttpServletRequest request) {
    return larger.stream()
        .filter(rule -> rule.path().matches(request))
        .mapToLong(Rule::most)
        .findFirst()
        .orElse(usual);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long most = most(request);
    if (request.getContentLengthLong() > most) {
      Problems.write(
          response, HttpStatus.CONTENT_TOO_LARGE, "The body is longer than " + most + " bytes.");
    } else {
      chain.doFilter(
          request.getContentLengthLong() >= 0 ? request : new Counted(request, most), response);
    }
  }

  /** Whether that is why something failed. */
  static boolean isCause(Throwable thrown) {
    int depth = 0;
    for (var each = thrown; each != null && depth < DEEPEST; each = each.getCause()) {
      if (each instanceof TooLongException) {
        return true;
      }
      depth++;
    }
    return false;
  }

  private static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLongException() {
      super("the body is longer than it may be");
    }
  }

  /** Of a body whose length was not said no more is read than it may have. */
  private static final class Counted extends HttpServletRequestWrapper {
    private final long most;

    Counted(HttpServletRequest request, long most) {
      super(request);
      this.most = most;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Counting(super.getInputStream(), most);
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class Counting extends ServletInputStream {
    private final ServletInputStream body;
    private long left;

    Counting(ServletInputStream body, long most) {
      this.body = body;
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      var one = body.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      var read = body.read(into, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throw new TooLongException();
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
