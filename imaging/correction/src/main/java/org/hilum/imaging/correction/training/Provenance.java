package org.hilum.imaging.correction.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.hilum.imaging.correction.sql.EntryRow;

/** Says where a mask comes from: networks, program and kinds of steps, and nothing of anybody. */
final class Provenance {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Provenance() {}

  static String of(Path readingJson, List<EntryRow> entries, int revision) throws IOException {
    var reading = JSON.readTree(readingJson.toFile());
    var root = JsonNodeFactory.instance.objectNode().put("schema", "hilum.training/1");
    root.set("networks", reading.path("networks"));
    root.set("software", reading.path("software"));
    root.put("sliceCount", reading.at("/series/sliceCount").asInt());
    if (reading.at("/series/spacingMm").isArray()) {
      root.set("spacingMm", reading.at("/series/spacingMm"));
    }
    root.put("withinValidated", reading.at("/scope/withinValidated").asBoolean());
    root.put("labels", "1 ground-glass, 2 consolidation, 3 of undetermined kind");
    root.put("revision", revision);
    var editors = new LinkedHashMap<String, Integer>();
    var steps = root.putArray("entries");
    entries.stream()
        .filter(entry -> entry.revision() <= revision)
        .forEach(
            entry ->
                steps
                    .addObject()
                    .put("n", entry.revision())
                    .put("kind", entry.kind())
                    .put("of", entry.of())
                    .put("editor", editors.computeIfAbsent(entry.by(), _ -> editors.size() + 1)));
    return root.toPrettyString();
  }
}
