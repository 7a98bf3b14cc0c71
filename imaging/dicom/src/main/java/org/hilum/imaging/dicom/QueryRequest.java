package org.hilum.imaging.dicom;

import java.net.SocketAddress;

/**
 * What a C-FIND, C-MOVE or C-GET request asks for (PS3.4 annex C).
 *
 * @param informationModel its SOP class UID
 * @param level value of Query/Retrieve Level (0008,0052); empty when it is not said
 * @param identifier the keys
 * @param callingTitle application entity title of whoever asks
 * @param calledTitle the title it called us by
 * @param peer where it calls from
 * @param destination where objects are to be moved to, {@code STORE at 10.0.0.7:104}; empty where
 *     nothing is moved
 */
public record QueryRequest(
    String informationModel,
    String level,
    DataSet identifier,
    String callingTitle,
    String calledTitle,
    SocketAddress peer,
    String destination) {

  /** The same, what is found being moved somewhere. */
  public QueryRequest movingTo(CallSettings settings) {
    var at = settings.peer();
    return new QueryRequest(
        informationModel,
        level,
        identifier,
        callingTitle,
        calledTitle,
        peer,
        "%s at %s:%d".formatted(settings.calledTitle(), at.getHostString(), at.getPort()));
  }
}
