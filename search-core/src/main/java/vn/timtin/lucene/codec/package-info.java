/**
 * How bigrams of neighbouring words and stored articles are written to disk.
 *
 * <p><b>What it saves.</b> Bigrams are nine tenths of the terms of an index, and nearly every
 * article brings new ones. Lucene looks each occurrence up in a table of terms while it takes
 * documents, which misses the caches of the processor time and again. Here the distinct bigrams of
 * an article are counted ({@link vn.timtin.lucene.codec.BigramCounts}, which saves 3 % of the
 * time), a bigram of known words is three bytes ({@link vn.timtin.lucene.codec.BigramTerm}), all
 * bigrams of an article go to Lucene as one token ({@link vn.timtin.lucene.codec.PackedBigrams}),
 * and become postings when a segment is written, by sorting numbers ({@code InvertedBigrams}).
 * Building took 53 seconds rather than 59 for 105,414 articles where it was first measured ({@code
 * docs/decisions/0007-pair-terms.md} and {@code 0010-inverting-pairs.md} have the tables). Stored
 * articles lie in blocks of 1 KB, so that a hit decompresses the head of one article alone ({@code
 * 0005-stored-articles.md}).
 *
 * <p><b>What it costs.</b> Sorting takes 16 bytes for each posting of a segment while that is
 * written. Lucene's tools need this library on their class path to read an index.
 *
 * <p><b>How it stays compatible.</b> The files are those of Lucene's own formats: only what stands
 * before their writer is different, so that reading and merging know nothing of it. The codec is
 * found by its name, {@code Timtin104}, which names the version of Lucene's formats that it wraps;
 * a newer one gets a name of its own, and the old one stays for reading. The numbers of words are
 * the lines of {@code bigram-words.txt}: a change of that file is a change of the format of the
 * index.
 */
package vn.timtin.lucene.codec;
