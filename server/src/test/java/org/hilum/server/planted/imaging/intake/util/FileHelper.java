package org.hilum.server.planted.imaging.intake.util;

/** Breaks R10 twice: the folder and the name say nothing. */
public class FileHelper {}
