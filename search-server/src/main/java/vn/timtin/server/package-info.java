/** The runnable jar: HTTP service, web page and command line. */
package vn.timtin.server;
