package org.hilum.epidemic.bulletin;

import org.hilum.epidemic.bulletin.json.BulletinMapper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The bulletin as JSON, for programs: counts raw and corrected, forecasts, errors, remarks. */
public final class BulletinJson {

  private static final JsonMapper MAPPER = BulletinMapper.mapper();

  private BulletinJson() {}

  /** The JSON, UTF-8. */
  public static byte[] of(Bulletin bulletin) {
    return MAPPER.writeValueAsBytes(bulletin);
  }

  /**
   * The bulletin of a JSON that {@link #of} wrote.
   *
   * @throws IllegalArgumentException when it is not such a JSON
   */
  public static Bulletin read(byte[] json) {
    try {
      return MAPPER.readValue(json, Bulletin.class);
    } catch (JacksonException | NullPointerException broken) {
      throw new IllegalArgumentException("not the JSON of a bulletin", broken);
    }
  }
}
