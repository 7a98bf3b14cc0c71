package org.hilum.platform.access.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** A sign-on by OpenID Connect that lets everybody in as who the test says; code flow, PKCE. */
final class SmallProvider implements AutoCloseable {

  static final String CLIENT = "hilum";
  static final String SECRET = "told to nobody";

  private final HttpServer server;
  private final RSAKey key;
  private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
  private volatile Map<String, Object> person = Map.of();
  private volatile Optional<RSAKey> otherKey = Optional.empty();

  SmallProvider() {
    try {
      key = new RSAKeyGenerator(2048).keyID("k").generate();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
    server.createContext("/.well-known/openid-configuration", this::describe);
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.createContext(
        "/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toJSONObject()));
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Who comes next; a claim named here wins over what is right. */
  void knows(Map<String, Object> claims) {
    person = claims;
    otherKey = Optional.empty();
  }

  /** The next word is signed by a key that is not published. */
  void losesItsKey() throws JOSEException {
    otherKey = Optional.of(new RSAKeyGenerator(2048).keyID("k").generate());
  }

  private void describe(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        Map.of(
            "issuer",
            issuer(),
            "authorization_endpoint",
            issuer() + "/authorize",
            "token_endpoint",
            issuer() + "/token",
            "jwks_uri",
            issuer() + "/keys",
            "response_types_supported",
            new String[] {"code"},
            "subject_types_supported",
            new String[] {"public"},
            "id_token_signing_alg_values_supported",
            new String[] {"RS256"}));
  }

  private void authorize(HttpExchange exchange) throws IOException {
    var parameters = form(exchange.getRequestURI().getRawQuery());
    var code = "code-" + asked.size();
    asked.put(code, parameters);
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            parameters.get("redirect_uri") + "?code=" + code + "&state=" + parameters.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    var given = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    var before = asked.remove(given.getOrDefault("code", ""));
    var basic =
        Base64.getEncoder()
            .encodeToString(
                (CLIENT + ":" + SECRET.replace(' ', '+')).getBytes(StandardCharsets.UTF_8));
    var isRight =
        before != null
            && ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))
            && challenge(given.getOrDefault("code_verifier", ""))
                .equals(before.get("code_challenge"));
    if (!isRight || before == null) {
      exchange.sendResponseHeaders(400, -1);
      exchange.close();
      return;
    }
    answer(
        exchange,
        Map.of(
            "access_token",
            "a",
            "token_type",
            "Bearer",
            "expires_in",
            60,
            "id_token",
            idToken(before.getOrDefault("nonce", ""))));
  }

  private static String challenge(String verifier) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String idToken(String nonce) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(CLIENT)
            .issueTime(Date.from(Instant.now()))
            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
            .claim("nonce", nonce);
    person.forEach(claims::claim);
    var token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), claims.build());
    try {
      token.sign(new RSASSASigner(otherKey.orElse(key)));
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
    return token.serialize();
  }

  private static Map<String, String> form(String text) {
    var fields = new HashMap<String, String>();
    for (var field : text.split("&", -1)) {
      var parts = field.split("=", 2);
      fields.put(
          parts[0], parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
    }
    return fields;
  }

  private static void answer(HttpExchange exchange, Map<String, ?> body) throws IOException {
    var bytes = JsonMapper.shared().writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
