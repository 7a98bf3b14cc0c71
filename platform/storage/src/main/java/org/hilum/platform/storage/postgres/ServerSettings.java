package org.hilum.platform.storage.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How our server is set up: written anew at each start, so that an edit cannot turn safety off. */
final class ServerSettings {

  /** Only this user, only this database, only from this machine, only with the password. */
  private static final String WHO_MAY_ENTER =
      "host " + Cluster.NAME + " " + Cluster.NAME + " 127.0.0.1/32 scram-sha-256\n";

  /**
   * For a machine of two cores that reads CT beside it: little memory when idle, no parallel
   * queries, which would take cores from the readings and shared memory that containers lack. The
   * log holds neither statements nor values, which may name patients: a client's errors reach the
   * client. One file for each day of the week, the last week's is overwritten.
   */
  private static final String SETTINGS =
      """
      fsync = on
      full_page_writes = on
      synchronous_commit = on
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      password_encryption = 'scram-sha-256'
      max_connections = 64
      shared_buffers = 128MB
      effective_cache_size = 1GB
      work_mem = 8MB
      maintenance_work_mem = 64MB
      io_method = sync
      max_parallel_workers_per_gather = 0
      max_parallel_maintenance_workers = 0
      max_logical_replication_workers = 0
      max_wal_senders = 0
      max_wal_size = 512MB
      min_wal_size = 80MB
      checkpoint_timeout = 15min
      random_page_cost = 1.1
      jit = off
      timezone = 'UTC'
      log_timezone = 'UTC'
      lc_messages = 'C'
      idle_in_transaction_session_timeout = 15min
      tcp_keepalives_idle = 60
      client_connection_check_interval = 10s
      logging_collector = on
      log_directory = '../log'
      log_filename = 'postgresql-%a.log'
      log_truncate_on_rotation = on
      log_rotation_age = 1d
      log_rotation_size = 0
      log_checkpoints = off
      log_error_verbosity = terse
      log_min_error_statement = panic
      """;

  private ServerSettings() {}

  static void write(Path data) throws IOException {
    Files.writeString(data.resolve("pg_hba.conf"), WHO_MAY_ENTER);
    Files.writeString(data.resolve("postgresql.conf"), SETTINGS);
    // ALTER SYSTEM's file would be read last and win.
    Files.writeString(data.resolve("postgresql.auto.conf"), "");
  }
}
