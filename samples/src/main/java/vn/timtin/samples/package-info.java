/** The articles of {@code timtin demo}, and a program that embeds the library. */
package vn.timtin.samples;
