package org.hilum.platform.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import org.hilum.platform.access.Accounts;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Permission;
import org.hilum.platform.access.Tokens;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who gets in over HTTP: nobody, but for what is named here; what each may do stands beside each
 * handler.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
public class AccessSecurity {

  /** Pages come from here alone; workers and WebAssembly are for pixels. */
  private static final String CONTENT =
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:;"
          + " img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none';"
          + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

  /** The viewer's page by each of its addresses, and its parts: they hold nothing to be kept. */
  private static final String[] PAGES = {
    "/",
    "/index.html",
    "/icon.svg",
    "/assets/**",
    "/login",
    "/study/*/*",
    "/upload",
    "/settings",
    "/people",
    "/audit"
  };

  /** A page made here and not by the viewer: whoever is not in is led to where one signs in. */
  private static final String EPIDEMIC = "/epidemic";

  /** Somebody who may nothing, as before a one-time password is changed, is not in yet. */
  private static final String[] ANY_PERMISSION =
      Arrays.stream(Permission.values()).map(Enum::name).toArray(String[]::new);

  @Bean
  SecurityFilterChain filterChain(
      HttpSecurity http,
      Tokens tokens,
      Accounts accounts,
      AuditTrail trail,
      Clock clock,
      RateLimits limits,
      RequestSizes sizes,
      SignOnSettings signOn)
      throws Exception {
    if (signOn.isOn()) {
      var requests = new SignOnRequests(signOn.address().startsWith("https:"), clock);
      var door = new SignOnDoor(accounts, trail, signOn.claim());
      http.oauth2Login(login -> HouseSignOn.open(login, signOn, requests, door));
    }
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers("/actuator/health/**")
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .hasAuthority("VIEW_OPERATION")
                    .requestMatchers("/api/session", "/api/session/ways")
                    .permitAll()
                    .requestMatchers("/api/session/**")
                    .authenticated()
                    .requestMatchers("/api/**", "/dicomweb/**")
                    .hasAnyAuthority(ANY_PERMISSION)
                    .requestMatchers(HttpMethod.GET, EPIDEMIC)
                    .hasAnyAuthority(ANY_PERMISSION)
                    .requestMatchers(HttpMethod.GET, PAGES)
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .csrf(
            csrf ->
                csrf.spa()
                    .ignoringRequestMatchers(request -> BearerFilter.secret(request).isPresent())
                    .ignoringRequestMatchers(
                        request ->
                            request.getMethod().equals("POST")
                                && request.getRequestURI().equals("/api/session")))
        .headers(AccessSecurity::headers)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(
                        (request, response, refused) -> {
                          if (isBrowserAt(EPIDEMIC, request)) {
                            response.sendRedirect("/login?next=" + asked(request));
                          } else {
                            Problems.write(
                                response, HttpStatus.UNAUTHORIZED, "Sign in, or send a token.");
                          }
                        })
                    .accessDeniedHandler(
                        (request, response, refused) ->
                            Problems.write(
                                response,
                                HttpStatus.FORBIDDEN,
                                "That is not allowed with this account, or the page is too old:"
                                    + " load it again.")))
        .addFilterBefore(new IncidentFilter(), SecurityContextHolderFilter.class)
        .addFilterAfter(new RateFilter(clock, limits), HeaderWriterFilter.class)
        .addFilterAfter(new SizeFilter(sizes), RateFilter.class)
        .addFilterAfter(new BearerFilter(tokens), SizeFilter.class)
        .addFilterAfter(new AccountFilter(accounts), BearerFilter.class)
        .build();
  }

  private static boolean isBrowserAt(String page, HttpServletRequest request) {
    var wanted = request.getHeader("Accept");
    return request.getRequestURI().equals(page) && wanted != null && wanted.contains("text/html");
  }

  /** Where somebody wanted to go, to be led there once they are in. */
  private static String asked(HttpServletRequest request) {
    var query = request.getQueryString();
    var address = request.getRequestURI() + (query == null ? "" : "?" + query);
    return URLEncoder.encode(address, StandardCharsets.UTF_8);
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
  }

  @Bean
  GuardedHandlers guardedHandlers(ObjectProvider<RequestMappingHandlerMapping> mappings) {
    return new GuardedHandlers(mappings);
  }

  @Bean
  IncidentAdvice incidentAdvice() {
    return new IncidentAdvice();
  }

  /** Whose word the house's sign-on is believed by. */
  @Bean
  JwtDecoderFactory<ClientRegistration> idTokens() {
    return new IdTokens();
  }

  /** Nobody: accounts are ours, and the framework makes none of its own. */
  @Bean
  UserDetailsService nobody() {
    return new InMemoryUserDetailsManager();
  }
}
