package org.hilum.platform.access.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.hilum.platform.access.AccessRefusal;
import org.hilum.platform.access.Institutions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Institutions in PostgreSQL. */
public final class SqlInstitutions implements Institutions {

  private static final String CODE = "[a-z0-9-]{1,32}";
  private static final String TITLE = "[ -\\[\\]-~]{1,16}";

  private static final String SHA256 = "([0-9a-f]{64})?";

  private final JdbcClient tables;

  public SqlInstitutions(DataSource source) {
    this.tables = JdbcClient.create(source);
  }

  @Override
  public Institution put(String code, String name) throws AccessRefusal {
    if (!code.matches(CODE) || name.isBlank()) {
      throw new AccessRefusal(
          "An institution needs a name, and a code of 1 to 32 small letters, digits and hyphens.");
    }
    return tables
        .sql(
            """
            INSERT INTO access_institution (code, name, created_at) VALUES (?, ?, now())
            ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name
            RETURNING *
            """)
        .params(code, name.strip())
        .query((row, n) -> institution(row))
        .single();
  }

  @Override
  public void setActive(String code, boolean isActive) {
    tables
        .sql("UPDATE access_institution SET is_active = ? WHERE code = ?")
        .params(isActive, code)
        .update();
  }

  @Override
  public List<Institution> all() {
    return tables
        .sql("SELECT * FROM access_institution ORDER BY code")
        .query((row, n) -> institution(row))
        .list();
  }

  @Override
  public Optional<Institution> institution(String code) {
    return tables
        .sql("SELECT * FROM access_institution WHERE code = ?")
        .params(code)
        .query((row, n) -> institution(row))
        .optional();
  }

  private static Institution institution(ResultSet row) throws SQLException {
    return new Institution(
        row.getString("code"), row.getString("name"), row.getBoolean("is_active"));
  }

  private void require(String code) throws AccessRefusal {
    if (institution(code).isEmpty()) {
      throw new AccessRefusal("There is no institution of the code " + code + ".");
    }
  }

  @Override
  public List<String> readersFor(String sender) {
    return tables
        .sql("SELECT reader FROM access_reading_route WHERE sender = ? ORDER BY reader")
        .params(sender)
        .query(String.class)
        .list();
  }

  @Override
  public void setRoute(String sender, String reader, boolean isReading) throws AccessRefusal {
    require(sender);
    require(reader);
    tables
        .sql(
            isReading
                ? "INSERT INTO access_reading_route (sender, reader) VALUES (?, ?)"
                    + " ON CONFLICT DO NOTHING"
                : "DELETE FROM access_reading_route WHERE sender = ? AND reader = ?")
        .params(sender, reader)
        .update();
  }

  @Override
  public List<Route> routes() {
    return tables
        .sql("SELECT sender, reader FROM access_reading_route ORDER BY sender, reader")
        .query((row, n) -> new Route(row.getString(1), row.getString(2)))
        .list();
  }

  @Override
  public Optional<Peer> peer(String title) {
    return tables
        .sql("SELECT * FROM access_peer WHERE title = ?")
        .params(title)
        .query((row, n) -> peer(row))
        .optional();
  }

  @Override
  public List<Peer> peers() {
    return tables
        .sql("SELECT * FROM access_peer ORDER BY title")
        .query((row, n) -> peer(row))
        .list();
  }

  private static Peer peer(ResultSet row) throws SQLException {
    return new Peer(
        row.getString("title"),
        row.getString("institution"),
        row.getString("host"),
        row.getInt("port"),
        row.getBoolean("may_send"),
        row.getBoolean("may_query"),
        row.getBoolean("is_move_destination"),
        row.getBoolean("is_tls"),
        row.getString("certificate"));
  }

  @Override
  public void put(Peer peer) throws AccessRefusal {
    require(peer.institution());
    if (!peer.title().matches(TITLE) || peer.title().isBlank()) {
      throw new AccessRefusal("An application entity title has 1 to 16 plain characters.");
    }
    if (peer.isMoveDestination() && (peer.host().isBlank() || peer.port() < 1)) {
      throw new AccessRefusal("A destination of C-MOVE needs a host and a port.");
    }
    var certificate = peer.certificate().replaceAll("[: ]", "").toLowerCase(Locale.ROOT);
    if (!certificate.matches(SHA256)) {
      throw new AccessRefusal(
          "A certificate is named by its SHA-256 fingerprint: 64 hexadecimal digits.");
    }
    tables
        .sql(
            """
            INSERT INTO access_peer (title, institution, host, port, may_send, may_query,
              is_move_destination, is_tls, certificate)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (title) DO UPDATE SET institution = EXCLUDED.institution,
              host = EXCLUDED.host, port = EXCLUDED.port, may_send = EXCLUDED.may_send,
              may_query = EXCLUDED.may_query,
              is_move_destination = EXCLUDED.is_move_destination,
              is_tls = EXCLUDED.is_tls, certificate = EXCLUDED.certificate
            """)
        .params(
            peer.title(),
            peer.institution(),
            peer.host(),
            peer.port(),
            peer.maySend(),
            peer.mayQuery(),
            peer.isMoveDestination(),
            peer.isTls() || !certificate.isEmpty(),
            certificate)
        .update();
  }

  @Override
  public void removePeer(String title) {
    tables.sql("DELETE FROM access_peer WHERE title = ?").params(title).update();
  }
}
