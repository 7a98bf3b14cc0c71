package org.hilum.server.hospital;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the server says that can be asked of it: OpenAPI. */
record Description(JsonNode openApi) {

  static Description of(Visitor somebody) {
    return new Description(somebody.get("/api/openapi").good().json());
  }

  Optional<JsonNode> operation(Endpoint endpoint) {
    return openApi.get("paths").properties().stream()
        .filter(path -> Endpoint.plain(path.getKey()).equals(Endpoint.plain(endpoint.path())))
        .map(path -> path.getValue().get(endpoint.method().toLowerCase(Locale.ROOT)))
        .filter(operation -> operation != null)
        .findFirst();
  }

  /** A body in the form that is asked for, which says nothing. */
  String body(Endpoint endpoint) {
    return operation(endpoint)
        .map(each -> each.at("/requestBody/content/application~1json/schema"))
        .filter(schema -> !schema.isMissingNode())
        .map(this::value)
        .orElse("{}");
  }

  private String value(JsonNode schema) {
    if (schema.has("$ref")) {
      return value(openApi.at(schema.get("$ref").asString().substring(1)));
    }
    return switch (schema.path("type").asString("")) {
      case "boolean" -> "false";
      case "integer", "number" -> "1";
      case "array" -> "[]";
      case "string" -> schema.has("enum") ? schema.get("enum").get(0).toString() : "\"absent\"";
      default ->
          schema.path("properties").properties().stream()
              .map(each -> "\"%s\":%s".formatted(each.getKey(), value(each.getValue())))
              .collect(Collectors.joining(",", "{", "}"));
    };
  }
}
