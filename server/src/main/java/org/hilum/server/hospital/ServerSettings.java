package org.hilum.server.hospital;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.hilum.platform.storage.DatabasePlace;

/**
 * Where the server works and listens.
 *
 * @param data folder of everything it keeps
 * @param dicomTitle application entity title it goes by
 * @param withFirstPatient whether a new server gets the drawn patient
 */
public record ServerSettings(
    Path data,
    DatabasePlace database,
    InetSocketAddress http,
    InetSocketAddress dicom,
    String dicomTitle,
    boolean withFirstPatient) {}
