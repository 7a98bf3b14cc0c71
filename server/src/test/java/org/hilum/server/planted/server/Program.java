package org.hilum.server.planted.server;

/** The program. */
public class Program {}
