/** What is sent: the wire format of JSON, CSV and HTML, apart from the library's values. */
package vn.timtin.server.view;
