package org.hilum.epidemic.bulletin.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.hilum.epidemic.forecasting.Forecast;
import org.hilum.epidemic.surveillance.CaseCounts;
import org.hilum.epidemic.surveillance.FatalityEstimate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How the parts of a bulletin stand in JSON: each record by its components. */
public final class BulletinMapper {

  private BulletinMapper() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = FatalityEstimate.Estimated.class, name = "estimated"),
    @JsonSubTypes.Type(value = FatalityEstimate.NotEstimated.class, name = "notEstimated")
  })
  private interface ByKind {}

  /** The mapper. */
  public static JsonMapper mapper() {
    var module = new SimpleModule("bulletin");
    module.addSerializer(new CountsJson.Writer());
    module.addDeserializer(CaseCounts.class, new CountsJson.Reader());
    module.addSerializer(new ForecastJson.Writer());
    module.addDeserializer(Forecast.class, new ForecastJson.Reader());
    return JsonMapper.builder()
        .addModule(module)
        .addMixIn(FatalityEstimate.class, ByKind.class)
        .changeDefaultVisibility(checker -> checker.withIsGetterVisibility(Visibility.NONE))
        .build();
  }
}
