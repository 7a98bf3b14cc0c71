package org.hilum.server.hospital;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hilum.imaging.archive.ArchiveDimse;
import org.hilum.imaging.archive.CallerInstitution;
import org.hilum.imaging.dicom.AssociationPolicy;
import org.hilum.imaging.dicom.CallSettings;
import org.hilum.imaging.dicom.CallingPeer;
import org.hilum.imaging.dicom.PolicyAwayException;
import org.hilum.imaging.dicom.ReceivedObject;
import org.hilum.imaging.dicom.StoragePolicy;
import org.hilum.imaging.intake.DimseIntake;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.access.Institutions.Peer;
import org.hilum.server.settings.HilumSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Who may call over DICOM, for which institution: application entities that an administrator made
 * known, from their own host where one is given; from this machine also others, as the first
 * institution, where that is wanted.
 */
final class KnownCallers
    implements AssociationPolicy,
        DimseIntake.Callers,
        CallerInstitution,
        ArchiveDimse.Destinations {

  private static final Logger LOG = LoggerFactory.getLogger(KnownCallers.class);

  private final Institutions institutions;
  private final HilumSettings.Dicom settings;
  private final DicomKeys keys;

  KnownCallers(Institutions institutions, HilumSettings.Dicom settings) {
    this.keys = new DicomKeys(settings.tls());
    this.institutions = institutions;
    this.settings = settings;
  }

  @Override
  public boolean isCalled(String calledTitle) {
    return calledTitle.equals(settings.title());
  }

  /** Without an address nobody is known. */
  @Override
  public boolean mayCall(String callingTitle, String calledTitle) {
    return false;
  }

  @Override
  public boolean mayCall(String callingTitle, String calledTitle, SocketAddress peer) {
    return known(callingTitle, peer).isPresent() || isUnknownWelcome(callingTitle, peer);
  }

  /** One that must show a certificate calls by TLS, and shows that one. */
  @Override
  public boolean mayCall(String callingTitle, String calledTitle, CallingPeer peer) {
    try {
      return mayCall(callingTitle, calledTitle, peer.address())
          && institutions
              .peer(callingTitle)
              .map(Peer::certificate)
              .filter(needed -> !needed.isEmpty() && !needed.equals(peer.certificate()))
              .isEmpty();
    } catch (DataAccessException away) {
      LOG.error("who may call by DICOM cannot be looked up", away);
      throw new PolicyAwayException(away);
    }
  }

  /** An application entity that calls from where it is said to be. */
  private Optional<Peer> known(String title, SocketAddress from) {
    return institutions
        .peer(title)
        .filter(peer -> peer.host().isEmpty() || isOneOf(peer.host(), from));
  }

  private static boolean isOneOf(String host, SocketAddress from) {
    try {
      return from instanceof InetSocketAddress address
          && Arrays.asList(InetAddress.getAllByName(host)).contains(address.getAddress());
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  private boolean isUnknownWelcome(String title, SocketAddress from) {
    return settings.unknownFromThisMachine()
        && institutions.peer(title).isEmpty()
        && from instanceof InetSocketAddress address
        && address.getAddress().isLoopbackAddress();
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
    return institution(object.callingTitle(), object.peer(), Peer::maySend);
  }

  @Override
  public Optional<String> of(String callingTitle, SocketAddress peer) {
    return institution(callingTitle, peer, Peer::mayQuery);
  }

  private Optional<String> institution(
      String title, SocketAddress from, Predicate<Peer> isAllowed) {
    return isUnknownWelcome(title, from)
        ? Optional.of(Institutions.HOUSE)
        : known(title, from).filter(isAllowed).map(Peer::institution);
  }

  /** Where an administrator said that objects may be moved to, for the caller's own institution. */
  @Override
  public Optional<CallSettings> of(String moveDestination, String callingTitle) {
    var caller = institutions.peer(callingTitle).map(Peer::institution).orElse(Institutions.HOUSE);
    return institutions
        .peer(moveDestination)
        .filter(peer -> peer.isMoveDestination() && peer.institution().equals(caller))
        .flatMap(this::call);
  }

  /** One that is to be called by TLS is never called in clear. */
  private Optional<CallSettings> call(Peer peer) {
    var at = new InetSocketAddress(peer.host(), peer.port());
    var inClear = CallSettings.to(at, settings.title(), peer.title());
    if (!peer.isTls()) {
      return Optional.of(inClear);
    }
    try {
      return Optional.of(inClear.with(keys.security().with(peer.certificate())));
    } catch (IOException unusable) {
      LOG.error("{} is to be called by TLS: {}", peer.title(), unusable.getMessage());
      return Optional.empty();
    }
  }
}
