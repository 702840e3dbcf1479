package claimtrail.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tree of RFC 9162, section 2.1: its roots, and both proofs with their verification.
class LogTreeTest {

    /// Every size from 0 to here is tried with every smaller one: two more than a power of two, so that trees of all
    /// shapes are among them.
    private static final int SIZES = 130;

    /// The eight entries whose hashes are published with Certificate Transparency.
    private static final List<Hash> EIGHT = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(entry -> new TreeHash().leaf(HexFormat.of().parseHex(entry)))
            .toList();

    private static final List<Hash> MANY = IntStream.range(0, SIZES)
            .mapToObj(
                    no -> new TreeHash().leaf(ByteBuffer.allocate(4).putInt(no).array()))
            .toList();

    private static final Kept NODES = kept(MANY);
    private static final List<Hash> ROOTS =
            IntStream.rangeClosed(0, SIZES).mapToObj(LogTreeTest::defined).toList();

    @ParameterizedTest(name = "{0} entries")
    @CsvSource(textBlock = """
            0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
            1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
            2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
            3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77
            4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
            5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4
            6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef
            7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c
            8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328
            """)
    void the_published_roots_of_the_eight_entries_come_out(int size, String root) {
        var tree = new LogTree();
        EIGHT.stream().limit(size).forEach(tree::append);

        assertThat(tree.root()).hasToString(root);
        assertThat(tree.size()).isEqualTo(size);
    }

    @Test
    void the_published_inclusion_proofs_come_out() {
        var nodes = kept(EIGHT);

        assertThat(LogTree.inclusion(0, 1, nodes).path()).isEmpty();
        assertThat(LogTree.inclusion(0, 8, nodes).path())
                .extracting(Hash::hex)
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(LogTree.inclusion(5, 8, nodes).path())
                .extracting(Hash::hex)
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(LogTree.inclusion(2, 3, nodes).path())
                .extracting(Hash::hex)
                .containsExactly("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        assertThat(LogTree.inclusion(1, 5, nodes).path())
                .extracting(Hash::hex)
                .containsExactly(
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    @Test
    void the_published_consistency_proofs_come_out() {
        var nodes = kept(EIGHT);

        assertThat(LogTree.consistency(1, 1, nodes).path()).isEmpty();
        assertThat(LogTree.consistency(1, 8, nodes).path())
                .extracting(Hash::hex)
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(LogTree.consistency(6, 8, nodes).path())
                .extracting(Hash::hex)
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(LogTree.consistency(2, 5, nodes).path())
                .extracting(Hash::hex)
                .containsExactly(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    @Test
    void a_growing_tree_has_the_roots_of_the_definition_at_every_size() {
        var tree = new LogTree();
        for (int size = 0; size < SIZES; size++) {
            assertThat(tree.root()).as("%d entries", size).isEqualTo(ROOTS.get(size));
            assertThat(LogTree.root(size, NODES)).as("%d entries, kept", size).isEqualTo(ROOTS.get(size));
            tree.append(MANY.get(size));
        }
    }

    @Test
    void a_tree_that_went_on_is_the_tree_that_never_stopped() {
        for (int stop = 0; stop <= SIZES; stop++) {
            var tree = LogTree.at(stop, NODES);
            MANY.stream().skip(stop).forEach(tree::append);
            assertThat(tree.root()).as("stopped at %d", stop).isEqualTo(ROOTS.get(SIZES));
        }
    }

    @Test
    void what_follows_whole_subtrees_may_be_given_as_one_hash() {
        for (int size = 0; size < SIZES; size++) {
            var whole = size & -8;
            var tree = LogTree.at(whole, NODES);
            assertThat(tree.root(whole == size ? null : defined(MANY.subList(whole, size))))
                    .as("%d entries", size)
                    .isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void every_entry_is_shown_to_be_in_every_tree_that_has_it() {
        for (int size = 1; size <= SIZES; size++) {
            for (int index = 0; index < size; index++) {
                var proof = LogTree.inclusion(index, size, NODES);
                assertThat(proof.shows(MANY.get(index), ROOTS.get(size)))
                        .as("entry %d of %d", index, size)
                        .isTrue();
            }
        }
    }

    @Test
    void an_inclusion_proof_shows_nothing_else() {
        for (int size = 1; size <= SIZES; size++) {
            for (int index = 0; index < size; index++) {
                var proof = LogTree.inclusion(index, size, NODES);
                var leaf = MANY.get(index);
                var root = ROOTS.get(size);
                assertThat(proof.shows(MANY.get((index + 1) % SIZES), root))
                        .as("another entry than %d of %d", index, size)
                        .isFalse();
                assertThat(proof.shows(leaf, ROOTS.get(size - 1)))
                        .as("entry %d of %d in another tree", index, size)
                        .isFalse();
                assertThat(new InclusionProof((index + 1) % size, size, proof.path()).shows(leaf, root))
                        .as("entry %d of %d at another place", index, size)
                        .isEqualTo(size == 1);
                assertThat(new InclusionProof(index, 2L * size, proof.path()).shows(leaf, root))
                        .as("entry %d of a tree twice as large as %d", index, size)
                        .isFalse();
                for (var wrong : spoilt(proof.path())) {
                    assertThat(new InclusionProof(index, size, wrong).shows(leaf, root))
                            .as("entry %d of %d by a spoilt path", index, size)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void every_tree_is_shown_to_have_grown_from_every_smaller_one() {
        for (int to = 0; to <= SIZES; to++) {
            for (int from = 0; from <= to; from++) {
                assertThat(LogTree.consistency(from, to, NODES).shows(ROOTS.get(from), ROOTS.get(to)))
                        .as("from %d to %d", from, to)
                        .isTrue();
            }
        }
    }

    @Test
    void a_consistency_proof_shows_nothing_else() {
        var other = new TreeHash().empty();
        for (int to = 1; to <= SIZES; to++) {
            for (int from = 1; from <= to; from++) {
                var proof = LogTree.consistency(from, to, NODES);
                assertThat(proof.shows(other, ROOTS.get(to)))
                        .as("from another tree than %d to %d", from, to)
                        .isFalse();
                assertThat(proof.shows(ROOTS.get(from), other))
                        .as("from %d to another tree than %d", from, to)
                        .isFalse();
                for (var wrong : spoilt(proof.path())) {
                    assertThat(new ConsistencyProof(from, to, wrong).shows(ROOTS.get(from), ROOTS.get(to)))
                            .as("from %d to %d by a spoilt path", from, to)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void a_proof_of_what_is_not_there_is_not_made() {
        assertThatIllegalArgumentException().isThrownBy(() -> LogTree.inclusion(8, 8, NODES));
        assertThatIllegalArgumentException().isThrownBy(() -> LogTree.inclusion(-1, 8, NODES));
        assertThatIllegalArgumentException().isThrownBy(() -> LogTree.consistency(9, 8, NODES));
        assertThat(new InclusionProof(8, 8, List.of()).root(MANY.getFirst())).isEmpty();
        assertThat(new ConsistencyProof(9, 8, List.of()).shows(ROOTS.get(9), ROOTS.get(8)))
                .isFalse();
    }

    @Test
    void a_proof_asks_for_two_subtrees_a_level_at_most() {
        var asked = new ArrayList<Integer>();
        LogTree.inclusion(77, SIZES, (level, index) -> {
            asked.add(level);
            return NODES.node(level, index);
        });

        assertThat(asked).hasSizeLessThanOrEqualTo(2 * 8);
    }

    /// Each path with one hash changed, one left out, and one too many.
    private static List<List<Hash>> spoilt(List<Hash> path) {
        var wrong = new ArrayList<List<Hash>>();
        var none = new TreeHash().empty();
        for (int at = 0; at < path.size(); at++) {
            var changed = new ArrayList<>(path);
            changed.set(at, none);
            wrong.add(changed);
            var shorter = new ArrayList<>(path);
            shorter.remove(at);
            wrong.add(shorter);
        }
        wrong.add(Stream.concat(path.stream(), Stream.of(none)).toList());
        return wrong;
    }

    /// The definition, word by word: the root of the first entries.
    private static Hash defined(int size) {
        return defined(MANY.subList(0, size));
    }

    private static Hash defined(List<Hash> leaves) {
        if (leaves.size() < 2) {
            return leaves.isEmpty() ? new TreeHash().empty() : leaves.getFirst();
        }
        var split = 1;
        while (2 * split < leaves.size()) {
            split *= 2;
        }
        return new TreeHash().node(defined(leaves.subList(0, split)), defined(leaves.subList(split, leaves.size())));
    }

    private static Kept kept(List<Hash> leaves) {
        var kept = new Kept(new HashMap<>());
        var tree = new LogTree();
        leaves.forEach(leaf -> tree.append(leaf, kept::keep));
        return kept;
    }

    /// Every subtree there is.
    private record Kept(Map<List<Long>, Hash> hashes) implements TreeNodes {

        void keep(int level, long index, Hash hash) {
            assertThat(hashes.put(List.of((long) level, index), hash)).isNull();
        }

        @Override
        public Hash node(int level, long index) {
            var hash = hashes.get(List.of((long) level, index));
            if (hash == null) {
                throw new IllegalArgumentException("no whole subtree " + level + "/" + index);
            }
            return hash;
        }
    }
}
