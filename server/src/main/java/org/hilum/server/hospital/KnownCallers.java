package org.hilum.server.hospital;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.dicom.AssociationPolicy;
import org.hilum.imaging.dicom.ReceivedObject;
import org.hilum.imaging.dicom.StoragePolicy;
import org.hilum.imaging.intake.DimseIntake;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.access.Institutions.Peer;
import org.hilum.server.settings.HilumSettings;

/**
 * Who may call over DICOM, for which institution: application entities that an administrator made
 * known; where the server listens to this machine alone, also others, as the first institution.
 */
final class KnownCallers implements AssociationPolicy, DimseIntake.Callers {

  private final Institutions institutions;
  private final HilumSettings.Dicom settings;
  private final boolean isUnknownWelcome;

  KnownCallers(Institutions institutions, HilumSettings.Dicom settings) {
    this.institutions = institutions;
    this.settings = settings;
    this.isUnknownWelcome = settings.unknownFromThisMachine() && isLoopback(settings.address());
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  @Override
  public boolean isCalled(String calledTitle) {
    return calledTitle.equals(settings.title());
  }

  @Override
  public boolean mayCall(String callingTitle, String calledTitle) {
    return isUnknownWelcome || institutions.peer(callingTitle).isPresent();
  }

  @Override
  public boolean serves(String abstractSyntax) {
    return StoragePolicy.OPEN.serves(abstractSyntax);
  }

  @Override
  public Optional<String> choose(String abstractSyntax, List<String> transferSyntaxes) {
    return StoragePolicy.OPEN.choose(abstractSyntax, transferSyntaxes);
  }

  @Override
  public Optional<String> institution(ReceivedObject object) {
    var peer = institutions.peer(object.callingTitle());
    return peer.isPresent()
        ? peer.filter(Peer::maySend).map(Peer::institution)
        : Optional.of(Institutions.HOUSE).filter(house -> isUnknownWelcome);
  }
}
