package org.hilum.server.hospital;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.hilum.platform.access.Accounts;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.access.Tokens;
import org.hilum.platform.access.web.AccessSecurity;
import org.hilum.platform.access.web.AuditController;
import org.hilum.platform.access.web.HouseController;
import org.hilum.platform.access.web.PeopleController;
import org.hilum.platform.access.web.RateLimits;
import org.hilum.platform.access.web.RequestSizes;
import org.hilum.platform.access.web.RequestSizes.Larger;
import org.hilum.platform.access.web.SessionController;
import org.hilum.platform.access.web.SignOnController;
import org.hilum.platform.access.web.SignOnSettings;
import org.hilum.server.settings.HilumSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Who may do what, and who did what. */
@Configuration(proxyBeanMethods = false)
@Import({
  AccessSecurity.class,
  SessionController.class,
  PeopleController.class,
  HouseController.class,
  AuditController.class,
  SignOnController.class,
  ErrorAnswers.class
})
class AccessWiring {

  @Bean
  Institutions institutions(DataSource tables) {
    return Institutions.in(tables);
  }

  @Bean
  Accounts accounts(DataSource tables, Clock clock) {
    return Accounts.in(tables, clock);
  }

  @Bean
  Tokens tokens(DataSource tables, Clock clock) {
    return Tokens.in(tables, clock);
  }

  @Bean
  AuditTrail.Reader auditTrail(DataSource tables, Clock clock) {
    return AuditTrail.in(tables, clock);
  }

  @Bean
  SignOnSettings signOn(HilumSettings settings) {
    var signOn = settings.signOn();
    return new SignOnSettings(
        signOn.issuer(),
        signOn.clientId(),
        signOn.clientSecret(),
        signOn.claim(),
        signOn.address());
  }

  /** The handlers of files and objects count for themselves; a list names 20,000 files. */
  @Bean
  RequestSizes requestSizes() {
    return new RequestSizes(
        RequestSizes.USUAL.usual(),
        List.of(
            new Larger("POST", "/api/uploads", 16_000_000),
            new Larger("PUT", "/api/uploads/*/files/*", Long.MAX_VALUE),
            new Larger("POST", "/api/worklist/*/*/correction/steps", 6_000_000),
            new Larger("PUT", "/api/epidemic/*/vintages/*", 64_000_000),
            new Larger("POST", "/dicomweb/studies", Long.MAX_VALUE),
            new Larger("POST", "/dicomweb/studies/*", Long.MAX_VALUE)));
  }

  @Bean
  RateLimits rateLimits() {
    return RateLimits.USUAL;
  }
}
