package org.hilum.epidemic.bulletin.json;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.forecasting.Span;
import org.hilum.epidemic.surveillance.Measure;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** A forecast in JSON; its quantiles in the order of the hubs' 23 levels. */
final class ForecastJson {

  private ForecastJson() {}

  static final class Writer extends StdSerializer<Forecast> {

    Writer() {
      super(Forecast.class);
    }

    @Override
    public void serialize(Forecast forecast, JsonGenerator out, SerializationContext context) {
      out.writeStartObject();
      out.writeStringProperty("location", forecast.location());
      out.writeStringProperty("measure", forecast.measure().name());
      out.writeStringProperty("span", forecast.span().name());
      out.writeNumberProperty("horizon", forecast.horizon());
      out.writeStringProperty("targetEnd", forecast.targetEnd().toString());
      out.writeArrayPropertyStart("quantiles");
      for (double value : forecast.quantiles()) {
        out.writeNumber(value);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
  }

  static final class Reader extends StdDeserializer<Forecast> {

    Reader() {
      super(Forecast.class);
    }

    @Override
    public Forecast deserialize(JsonParser in, DeserializationContext context) {
      var tree = context.readTree(in);
      var quantiles = tree.required("quantiles");
      return new Forecast(
          tree.required("location").asString(),
          Measure.valueOf(tree.required("measure").asString()),
          Span.valueOf(tree.required("span").asString()),
          tree.required("horizon").asInt(),
          LocalDate.parse(tree.required("targetEnd").asString()),
          IntStream.range(0, quantiles.size())
              .mapToDouble(n -> quantiles.get(n).asDouble())
              .toArray());
    }
  }
}
