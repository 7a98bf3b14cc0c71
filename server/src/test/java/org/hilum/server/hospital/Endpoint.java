package org.hilum.server.hospital;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hilum.platform.access.Permission;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Something that can be asked of the server, as its handler says.
 *
 * @param who expression that says who may; empty where the handler says nothing
 */
record Endpoint(String method, String path, String who) {

  private static final Pattern ONE_OF =
      Pattern.compile("has(?:Any)?Authority\\(('[A-Z_]+'(?:, *'[A-Z_]+')*)\\)");
  private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([a-z]+)[^}]*}");

  /** All of ours, in the order of their paths. */
  static List<Endpoint> all(ApplicationContext server) {
    return server
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .entrySet()
        .stream()
        .filter(each -> each.getValue().getBeanType().getName().startsWith("org.hilum."))
        .flatMap(each -> of(each.getKey(), each.getValue()))
        .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
        .toList();
  }

  private static Stream<Endpoint> of(RequestMappingInfo mapping, HandlerMethod handler) {
    var rule = handler.getMethodAnnotation(PreAuthorize.class);
    var who = rule == null ? "" : rule.value();
    var endpoints = new ArrayList<Endpoint>();
    for (var path : mapping.getPatternValues()) {
      for (var method : mapping.getMethodsCondition().getMethods()) {
        endpoints.add(new Endpoint(method.name(), path, who));
      }
    }
    return endpoints.stream();
  }

  /** A path whose variables have no particular form. */
  static String plain(String path) {
    return VARIABLE.matcher(path).replaceAll("{}");
  }

  boolean isPublic() {
    return who.equals("permitAll()");
  }

  /** Whether somebody with these permissions may. */
  boolean isOpenTo(Predicate<Permission> has) {
    if (who.equals("isAuthenticated()")) {
      return true;
    }
    var match = ONE_OF.matcher(who);
    if (!match.matches()) {
      throw new AssertionError("a rule this test does not know: " + who);
    }
    return Stream.of(match.group(1).split(", *", -1))
        .map(name -> Permission.valueOf(name.substring(1, name.length() - 1)))
        .anyMatch(has);
  }

  List<String> variables() {
    return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
  }

  /** The path with something for each variable. */
  String fill(UnaryOperator<String> values) {
    return VARIABLE.matcher(path).replaceAll(found -> values.apply(found.group(1)));
  }

  /** Asks for what does not exist. */
  Answer ask(Visitor visitor, Description description) {
    return ask(visitor, description, fill(Endpoint::absent));
  }

  Answer ask(Visitor visitor, Description description, String filled) {
    return method.equals("GET")
        ? visitor.get(filled)
        : visitor.send(
            method,
            filled,
            description.body(this).getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/json");
  }

  private static String absent(String variable) {
    return switch (variable) {
      case "study", "series", "instance" -> "1.2.826.0.1.3680043.10.99.1";
      case "id", "file", "frame", "frames" -> "99999999";
      default -> "absent";
    };
  }

  @Override
  public String toString() {
    return Stream.of(method, path, who).collect(Collectors.joining(" "));
  }
}
