package org.hilum.imaging.reporting.sr;

import static org.hilum.imaging.reporting.sr.Relationship.HAS_CONCEPT_MOD;

import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.vocabulary.Code;

/** What measured: the program, and as its parameters each network with its hash (TID 4019). */
final class AlgorithmIdentification {

  private AlgorithmIdentification() {}

  static List<ContentItem> of(ReadingFindings findings) {
    var items = new ArrayList<ContentItem>();
    items.add(text(Code.ALGORITHM_NAME, findings.software().name()));
    items.add(text(Code.ALGORITHM_VERSION, findings.software().version()));
    for (var network : findings.segmentation().networks()) {
      items.add(
          text(
              Code.ALGORITHM_PARAMETERS,
              "Network "
                  + network.name()
                  + " "
                  + network.version()
                  + ", ONNX file sha256 "
                  + network.sha256()));
    }
    return items;
  }

  private static ContentItem text(Code name, String value) {
    return ContentItem.text(HAS_CONCEPT_MOD, name.concept(), value);
  }
}
