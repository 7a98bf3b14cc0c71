package org.hilum.server.planted.platform.jobs;

import org.hilum.server.planted.imaging.reporting.Report;

record AsksImaging(Report report) {}
