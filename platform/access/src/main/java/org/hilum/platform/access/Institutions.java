package org.hilum.platform.access;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.hilum.platform.access.sql.SqlInstitutions;

/** The institutions, who reads for whom, and the DICOM application entities of each. */
public interface Institutions {

  /** Where the scripts that make the tables of this leaf lie on the class path. */
  String TABLES = "org/hilum/platform/access/sql";

  /** Code of the institution that keeps the house: it alone manages institutions. */
  String HOUSE = "main";

  /** Those of a database. */
  static Institutions in(DataSource tables) {
    return new SqlInstitutions(tables);
  }

  /** Makes one, or renames it. */
  Institution put(String code, String name) throws AccessRefusal;

  /** Lets one send and sign on no more, or again. */
  void setActive(String code, boolean isActive);

  List<Institution> all();

  Optional<Institution> institution(String code);

  /** Codes of the institutions that read for one. */
  List<String> readersFor(String sender);

  /** One institution reads for another from now on, or no more. */
  void setRoute(String sender, String reader, boolean isReading) throws AccessRefusal;

  /** Every route: who sends, who reads. */
  List<Route> routes();

  /** An application entity of that title. */
  Optional<Peer> peer(String title);

  List<Peer> peers();

  /** Makes an application entity known, or changes it. */
  void put(Peer peer) throws AccessRefusal;

  /** Forgets an application entity. */
  void removePeer(String title);

  /**
   * An institution.
   *
   * @param code short, never changed
   */
  record Institution(String code, String name, boolean isActive) {}

  /** Who reads for whom. */
  record Route(String sender, String reader) {}

  /**
   * A DICOM application entity.
   *
   * @param host where it is, for sending to it; when not empty it may call from there only
   * @param port where it listens; 0 where it does not
   * @param isTls whether it is called by TLS
   * @param certificate SHA-256, in small hexadecimal digits, of the certificate that it must show
   *     when it calls and when it is called; empty for none in particular
   */
  record Peer(
      String title,
      String institution,
      String host,
      int port,
      boolean maySend,
      boolean mayQuery,
      boolean isMoveDestination,
      boolean isTls,
      String certificate) {
    public Peer {
      requireNonNull(certificate, "certificate");
      requireNonNull(title, "title");
      requireNonNull(institution, "institution");
      requireNonNull(host, "host");
    }

    /** One that is called in clear and needs no certificate. */
    public Peer(
        String title,
        String institution,
        String host,
        int port,
        boolean maySend,
        boolean mayQuery,
        boolean isMoveDestination) {
      this(title, institution, host, port, maySend, mayQuery, isMoveDestination, false, "");
    }

    /** The same, by TLS, with one certificate alone. */
    public Peer withCertificate(String only) {
      return new Peer(
          title, institution, host, port, maySend, mayQuery, isMoveDestination, true, only);
    }
  }
}
