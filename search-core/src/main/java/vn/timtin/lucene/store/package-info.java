/**
 * The index on disk, and in use: {@link vn.timtin.lucene.store.Generations} is the layout, {@link
 * vn.timtin.lucene.store.Generation} one Lucene directory that is open, and {@link
 * vn.timtin.lucene.store.LiveGenerations} keeps one in use while others take its place. No
 * acknowledged write is lost, whoever is killed: {@link vn.timtin.lucene.store.WriteClock} and
 * {@link vn.timtin.lucene.store.CatchUp} say how.
 */
package vn.timtin.lucene.store;
