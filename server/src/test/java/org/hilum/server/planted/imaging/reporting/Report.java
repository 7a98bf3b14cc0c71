package org.hilum.server.planted.imaging.reporting;

/** A later step. */
public class Report {}
