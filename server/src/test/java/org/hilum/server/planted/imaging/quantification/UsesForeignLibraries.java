package org.hilum.server.planted.imaging.quantification;

/** Breaks R3: every foreign library outside its doorway. */
public class UsesForeignLibraries {
  public void take(ai.onnxruntime.OrtEnvironment network) {}

  public void take(com.github.jaiimageio.jpeg2000.J2KImageReadParam codec) {}

  public void take(org.apache.pdfbox.pdmodel.PDDocument pdf) {}

  public void take(org.apache.commons.csv.CSVParser commas) {}

  public void take(org.hipparchus.stat.descriptive.moment.Mean numerics) {}

  public void take(picocli.CommandLine commandLine) {}

  public void take(com.github.kagkarlsson.scheduler.Scheduler scheduler) {}

  public void take(org.flywaydb.core.Flyway scripts) {}

  public void take(org.springframework.http.HttpHeaders web) {}

  public void take(org.springframework.jdbc.core.simple.JdbcClient tables) {}
}
