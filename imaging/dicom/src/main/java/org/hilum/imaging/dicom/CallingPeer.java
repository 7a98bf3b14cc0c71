package org.hilum.imaging.dicom;

import java.net.SocketAddress;

/**
 * Who is at the other end of a connection, as far as the network tells.
 *
 * @param certificate SHA-256 of the certificate it showed, in small hexadecimal digits; empty where
 *     it showed none
 */
public record CallingPeer(SocketAddress address, String certificate) {}
