/**
 * From parameters by name to requests, the same for HTTP and for the options of the command line.
 */
package vn.timtin.server.params;
