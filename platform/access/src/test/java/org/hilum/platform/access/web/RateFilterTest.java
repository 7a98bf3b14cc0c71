package org.hilum.platform.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RateFilterTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-01T08:00:00Z"));
  private final RateFilter filter = new RateFilter(now::get, new RateLimits(10, 30, 1, 3));

  private int ask(String address, String method, String path) throws Exception {
    var request = new MockHttpServletRequest(method, path);
    request.setRemoteAddr(address);
    var response = new MockHttpServletResponse();
    filter.doFilter(request, response, new MockFilterChain());
    if (response.getStatus() == 429) {
      assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    }
    return response.getStatus();
  }

  private int most(String address, String method, String path) throws Exception {
    int allowed = 0;
    while (allowed < 100 && ask(address, method, path) == 200) {
      allowed++;
    }
    return allowed;
  }

  @Test
  void an_address_has_so_many_requests_and_another_its_own() throws Exception {
    assertThat(most("10.0.0.1", "GET", "/api/worklist")).isEqualTo(30);
    assertThat(ask("10.0.0.2", "GET", "/api/worklist")).isEqualTo(200);
    now.updateAndGet(time -> time.plusSeconds(1));
    assertThat(most("10.0.0.1", "GET", "/api/worklist")).isEqualTo(10);
  }

  @Test
  void every_way_of_signing_in_draws_on_the_same_smaller_number() throws Exception {
    assertThat(ask("10.0.0.1", "POST", "/api/session")).isEqualTo(200);
    assertThat(ask("10.0.0.1", "GET", HouseSignOn.BEGINNING)).isEqualTo(200);
    assertThat(ask("10.0.0.1", "GET", HouseSignOn.RETURN)).isEqualTo(200);
    assertThat(ask("10.0.0.1", "POST", "/api/session/password")).isEqualTo(429);
    assertThat(ask("10.0.0.1", "GET", "/api/session")).isEqualTo(200);
  }
}
