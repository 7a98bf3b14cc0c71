package org.hilum.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.web.client.RestClient;

/**
 * The house's sign-on by OpenID Connect: authorization code and PKCE.
 *
 * <p>Its description is asked for at first use: a sign-on that is down holds up nobody who has a
 * password. Nothing of its word is kept in the session: {@link SignOnDoor} makes a person of ours.
 */
final class HouseSignOn {

  static final String NAME = "house";

  /** Where a page sends the browser. */
  static final String BEGINNING = "/oauth2/authorization/" + NAME;

  /** Where the browser comes back. */
  static final String RETURN = "/login/oauth2/code/" + NAME;

  /** Longest that the provider is waited for. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private HouseSignOn() {}

  static void open(
      OAuth2LoginConfigurer<HttpSecurity> login,
      SignOnSettings settings,
      SignOnRequests requests,
      SignOnDoor door) {
    login
        .loginPage("/")
        .clientRegistrationRepository(new Registration(settings))
        .authorizedClientRepository(new NothingKept())
        .authorizationEndpoint(begins -> begins.authorizationRequestRepository(requests))
        .tokenEndpoint(token -> token.accessTokenResponseClient(codes()))
        .userInfoEndpoint(
            info -> info.oidcUserService(told -> new DefaultOidcUser(List.of(), told.getIdToken())))
        .successHandler(door)
        .failureHandler(door);
    login.addObjectPostProcessor(
        new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
          @Override
          public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
            filter.setAuthenticationFailureHandler(door);
            return filter;
          }
        });
    login.addObjectPostProcessor(new KeepingNobody());
  }

  /** The door alone says who is in: set here, since the framework's own setter is overridden. */
  private static final class KeepingNobody
      implements ObjectPostProcessor<OAuth2LoginAuthenticationFilter> {
    @Override
    public <O extends OAuth2LoginAuthenticationFilter> O postProcess(O filter) {
      filter.setSecurityContextRepository(new NullSecurityContextRepository());
      return filter;
    }
  }

  /** How the provider is asked: it answers in time or not at all. */
  static SimpleClientHttpRequestFactory inTime() {
    var requests = new SimpleClientHttpRequestFactory();
    requests.setConnectTimeout(LONGEST);
    requests.setReadTimeout(LONGEST);
    return requests;
  }

  private static RestClientAuthorizationCodeTokenResponseClient codes() {
    var codes = new RestClientAuthorizationCodeTokenResponseClient();
    codes.setRestClient(
        RestClient.builder()
            .requestFactory(inTime())
            .configureMessageConverters(
                converters ->
                    converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return codes;
  }

  private static final class Registration implements ClientRegistrationRepository {
    private final SignOnSettings settings;
    private volatile @Nullable ClientRegistration known;

    Registration(SignOnSettings settings) {
      this.settings = settings;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
      if (!id.equals(NAME)) {
        return null;
      }
      var found = known;
      if (found == null) {
        found = ask();
        known = found;
      }
      return found;
    }

    private ClientRegistration ask() {
      var asked =
          ClientRegistrations.fromIssuerLocation(settings.issuer())
              .registrationId(NAME)
              .clientId(settings.clientId())
              .redirectUri(
                  (settings.address().isEmpty() ? "{baseUrl}" : settings.address()) + RETURN)
              .scope("openid", "email", "profile")
              .clientSettings(
                  ClientRegistration.ClientSettings.builder().requireProofKey(true).build());
      return settings.clientSecret().isEmpty()
          ? asked.clientAuthenticationMethod(ClientAuthenticationMethod.NONE).build()
          : asked.clientSecret(settings.clientSecret()).build();
    }
  }

  /** We ask the sign-on nothing in anybody's name later, so its tokens are not kept. */
  private static final class NothingKept implements OAuth2AuthorizedClientRepository {
    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String id, Authentication who, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication who,
        HttpServletRequest request,
        HttpServletResponse response) {}

    @Override
    public void removeAuthorizedClient(
        String id, Authentication who, HttpServletRequest request, HttpServletResponse response) {}
  }
}
