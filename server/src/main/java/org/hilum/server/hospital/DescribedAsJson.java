package org.hilum.server.hospital;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import java.util.Set;
import org.hilum.imaging.correction.web.CorrectionAnswer;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Describes what is answered as JSON although the program holds it as text: parts of {@code
 * reading.json}, whose own schema says more.
 */
final class DescribedAsJson implements OpenApiCustomizer {

  private static final String CORRECTION = CorrectionAnswer.class.getSimpleName();

  @Override
  @SuppressWarnings("rawtypes") // As the library has it.
  public void customise(OpenAPI described) {
    Map<String, Schema> schemas = described.getComponents().getSchemas();
    var correction = schemas.get(CORRECTION);
    if (correction != null) {
      correction.addProperty("measurements", object("regions, intervals, scores, covid19, scope"));
      var lesions = new ArraySchema();
      lesions.setTypes(Set.of("array"));
      lesions.setItems(object("a lesion"));
      correction.addProperty("lesions", lesions);
    }
  }

  private static Schema<Object> object(String what) {
    var schema = new ObjectSchema();
    schema.setTypes(Set.of("object"));
    schema.setDescription(what + ", as reading.json has it");
    return schema;
  }
}
