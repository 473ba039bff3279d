/**
 * The service: {@link vn.timtin.server.http.SearchServer} lets requests in, the routes answer them,
 * and {@code Problems} is the one place where failures become answers.
 */
package vn.timtin.server.http;
