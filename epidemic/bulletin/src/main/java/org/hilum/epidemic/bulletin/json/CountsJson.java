package org.hilum.epidemic.bulletin.json;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.Measure;
import org.hilum.epidemic.surveillance.Rhythm;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** A series in JSON; a count that was not reported is {@code null}. */
final class CountsJson {

  private CountsJson() {}

  static final class Writer extends StdSerializer<CaseCounts> {

    Writer() {
      super(CaseCounts.class);
    }

    @Override
    public void serialize(CaseCounts counts, JsonGenerator out, SerializationContext context) {
      out.writeStartObject();
      out.writeStringProperty("location", counts.location());
      out.writeStringProperty("measure", counts.measure().name());
      out.writeStringProperty("rhythm", counts.rhythm().name());
      out.writeStringProperty("first", counts.first().toString());
      out.writeArrayPropertyStart("values");
      for (double value : counts.values()) {
        if (Double.isFinite(value)) {
          out.writeNumber(value);
        } else {
          out.writeNull();
        }
      }
      out.writeEndArray();
      out.writeEndObject();
    }
  }

  static final class Reader extends StdDeserializer<CaseCounts> {

    Reader() {
      super(CaseCounts.class);
    }

    @Override
    public CaseCounts deserialize(JsonParser in, DeserializationContext context) {
      var tree = context.readTree(in);
      var values = tree.required("values");
      return new CaseCounts(
          tree.required("location").asString(),
          Measure.valueOf(tree.required("measure").asString()),
          Rhythm.valueOf(tree.required("rhythm").asString()),
          LocalDate.parse(tree.required("first").asString()),
          IntStream.range(0, values.size())
              .mapToDouble(n -> values.get(n).isNull() ? Double.NaN : values.get(n).asDouble())
              .toArray());
    }
  }
}
