/**
 * The command line: a class for each command. {@link vn.timtin.server.cli.TimtinCommand} is the one
 * place where failures become exit statuses.
 */
package vn.timtin.server.cli;
