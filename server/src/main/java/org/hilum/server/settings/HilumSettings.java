package org.hilum.server.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hilum.platform.storage.DataFolder;
import org.hilum.platform.storage.DatabasePlace;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Everything that can be set, under the prefix {@code hilum}: in {@code hilum.yaml} in the data
 * folder or the working folder, by environment variables ({@code HILUM_DICOM_TITLE}), or by the
 * options of {@code ./hilum serve}, which win.
 */
@ConfigurationProperties("hilum")
public record HilumSettings(
    @Says("Folder of everything the server keeps; without one, hilum-data in the home folder.")
        @DefaultValue("")
        String data,
    @DefaultValue Database database,
    @DefaultValue SignOn signOn,
    @DefaultValue Dicom dicom,
    @DefaultValue Reading reading,
    @DefaultValue Completeness completeness,
    @DefaultValue Limits limits,
    @DefaultValue Retention retention,
    @DefaultValue List<Folder> folders,
    @Says("Whether a new server gets the drawn patient at two dates.") @DefaultValue("true")
        boolean phantom) {

  /** Where the database is. */
  public record Database(
      @Says("JDBC address of a PostgreSQL that others run; empty for the embedded one.")
          @DefaultValue("")
          String url,
      @Says("Its user.") @DefaultValue("hilum") String user,
      @Says("Its password; best given as HILUM_DATABASE_PASSWORD.") @DefaultValue("")
          String password) {

    @Override
    public String toString() {
      return "Database[url=" + url + ", user=" + user + "]";
    }
  }

  /** By whom people may sign on, besides name and password: docs/sign-on.md. */
  public record SignOn(
      @Says("Address of the OpenID Connect provider (its issuer); empty for none.")
          @DefaultValue("")
          String issuer,
      @Says("What the provider knows us as.") @DefaultValue("") String clientId,
      @Says(
              "Secret the provider gave us; empty where PKCE is enough for it; best given as"
                  + " HILUM_SIGNON_CLIENTSECRET.")
          @DefaultValue("")
          String clientSecret,
      @Says("Claim of the ID token that is the login name here; an email must be verified.")
          @DefaultValue("preferred_username")
          String claim,
      @Says(
              "Address under which browsers reach this server, as https://hilum.example; empty for"
                  + " the one they asked.")
          @DefaultValue("")
          String address) {

    @Override
    public String toString() {
      return "SignOn[issuer=" + issuer + ", clientId=" + clientId + ", claim=" + claim + "]";
    }
  }

  /** The DICOM network. */
  public record Dicom(
      @Says("Address to listen on; 0.0.0.0 for all.") @DefaultValue("127.0.0.1") String address,
      @Says("Port in clear; 0 for none.") @DefaultValue("11112") int port,
      @Says("Application entity title we go by.") @DefaultValue("HILUM") String title,
      @Says("Associations at once; the next is rejected transiently.") @DefaultValue("64")
          int mostAssociations,
      @Says(
              "Whether callers on this machine that nobody registered may send, search and"
                  + " fetch, as the first institution.")
          @DefaultValue("true")
          boolean unknownFromThisMachine,
      @DefaultValue Tls tls) {}

  /** DICOM by TLS. */
  public record Tls(
      @Says("Port of DICOM by TLS; 0 for none.") @DefaultValue("0") int port,
      @Says("PKCS #12 file with our key and certificate.") @DefaultValue("") String keyStore,
      @Says("PKCS #12 file with the certificates we trust.") @DefaultValue("") String trustStore,
      @Says("Password of both files; best given as HILUM_DICOM_TLS_PASSWORD.") @DefaultValue("")
          String password,
      @Says("Whether a caller must show a certificate.") @DefaultValue("true")
          boolean clientCertificate) {

    @Override
    public String toString() {
      return "Tls[port=" + port + ", keyStore=" + keyStore + ", trustStore=" + trustStore + "]";
    }
  }

  /** How studies are read. */
  public record Reading(
      @Says("Language of the reports: en or zh-CN.") @DefaultValue("en") String language,
      @Says("Opacity of the lungs in percent from which a case is flagged urgent.")
          @DefaultValue("25")
          double urgentPercent,
      @Says("Longest one reading or comparison may take.") @DefaultValue("5m") Duration timeOut,
      @Says("Attempts before a case is set aside.") @DefaultValue("3") int mostAttempts) {}

  /** When a series is complete. */
  public record Completeness(
      @Says("Quiet time when its transfers have ended and no number is missing.")
          @DefaultValue("500ms")
          Duration afterTransfer,
      @Says("Quiet time otherwise.") @DefaultValue("1500ms") Duration otherwise) {}

  /** How much is taken. */
  public record Limits(
      @Says("Largest object that is taken.") @DefaultValue("4GB") DataSize object,
      @Says("Most that images may take on the disk; 0 for as much as there is.") @DefaultValue("0B")
          DataSize images,
      @Says("Space of the disk that is left free.") @DefaultValue("1GB") DataSize free,
      @Says("Largest upload.") @DefaultValue("16GB") DataSize upload) {}

  /** How long studies are kept. */
  public record Retention(
      @Says("Days that a study is kept after the last of its images came; 0 for ever.")
          @DefaultValue("0")
          int days,
      @Says("The same by code of an institution, such as institutions.hc-0012: 3650.") @DefaultValue
          Map<String, Integer> institutions) {

    public Retention {
      institutions = Map.copyOf(institutions);
    }
  }

  /** A watched folder. */
  public record Folder(
      @Says("Name for logs and audit, without names of patients.") String name,
      @Says("Where it is.") Path path,
      @Says("Code of the institution whose patients these are.") @DefaultValue("main")
          String institution,
      @Says("Whether files that were taken are deleted instead of moved to done/.")
          @DefaultValue("false")
          boolean delete) {}

  /** Where everything lies. */
  public DataFolder folder() {
    return data.isEmpty() ? DataFolder.standard() : new DataFolder(Path.of(data));
  }

  /** Where the database is. */
  public DatabasePlace databasePlace() {
    return database.url().isEmpty()
        ? new DatabasePlace.Embedded(folder().database())
        : new DatabasePlace.External(database.url(), database.user(), database.password());
  }
}
