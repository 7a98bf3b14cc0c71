package org.hilum.imaging.worklist.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.hilum.imaging.worklist.CaseReason;

/** Reasons as one column of JSON. */
final class ReasonsText {

  private static final ObjectMapper JSON =
      new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  private ReasonsText() {}

  static String of(List<CaseReason> reasons) {
    try {
      return JSON.writeValueAsString(reasons);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("three texts make no JSON", impossible);
    }
  }

  static List<CaseReason> read(String text) {
    try {
      return JSON.readValue(text, new TypeReference<List<CaseReason>>() {});
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("the reasons of a case are damaged", damaged);
    }
  }
}
