package golog

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// verifier answers the verifier of the key that the log shows.
func (s *server) verifier() note.Verifier {
	s.t.Helper()
	verifier, err := note.NewVerifier(strings.TrimSpace(string(s.must("/log/vkey"))))
	if err != nil {
		s.t.Fatal(err)
	}
	return verifier
}

// tree answers what a checkpoint says.
func tree(t *testing.T, text string) tlog.Tree {
	t.Helper()
	lines := strings.Split(text, "\n")
	if len(lines) < 4 {
		t.Fatalf("no checkpoint: %q", text)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	hash, err := tlog.ParseHash(lines[2])
	if err != nil {
		t.Fatal(err)
	}
	return tlog.Tree{N: size, Hash: hash}
}

// checkpoint answers the newest tree, whose signature is good.
func (s *server) checkpoint() tlog.Tree {
	s.t.Helper()
	opened, err := note.Open(s.must("/log/checkpoint"), note.VerifierList(s.verifier()))
	if err != nil {
		s.t.Fatal(err)
	}
	return tree(s.t, opened.Text)
}

// tiles reads the tiles of a log, and may change what it read.
type tiles struct {
	*server
	change func(tile tlog.Tile, data []byte)
}

func (tiles) Height() int                         { return 8 }
func (tiles) SaveTiles(_ []tlog.Tile, _ [][]byte) {}

func (r tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var read [][]byte
	for _, tile := range wanted {
		// The height of tiles is fixed, so addresses do not tell it.
		path := strings.Replace(tile.Path(), "tile/8/", "/log/tile/", 1)
		status, data := r.get(path)
		if status != 200 {
			return nil, fmt.Errorf("%s: status %d", path, status)
		}
		if r.change != nil {
			r.change(tile, data)
		}
		read = append(read, data)
	}
	return read, nil
}

// entries answers all entries of the log of size n: commitments of 32 bytes.
func (s *server) entries(n int64) [][]byte {
	s.t.Helper()
	var all [][]byte
	for index := int64(0); index*256 < n; index++ {
		tile := tlog.Tile{H: 8, L: 0, N: index, W: int(min(256, n-index*256))}
		bundle := s.must(strings.Replace(tile.Path(), "tile/8/0/", "/log/tile/entries/", 1))
		for len(bundle) > 0 {
			length := int(bundle[0])<<8 | int(bundle[1])
			all = append(all, bundle[2:2+length])
			bundle = bundle[2+length:]
		}
	}
	if int64(len(all)) != n {
		s.t.Fatalf("%d entries, signed are %d", len(all), n)
	}
	return all
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}

func demo(t *testing.T) *server {
	return serve(t, "demo", "--data", city(t), "--listen", "127.0.0.1:0")
}

func TestCheckpointIsSignedWithTheKeyThatTheLogShows(t *testing.T) {
	s := demo(t)
	signed, known := s.must("/log/checkpoint"), note.VerifierList(s.verifier())
	opened, err := note.Open(signed, known)
	if err != nil {
		t.Fatal(err)
	}
	if len(opened.Sigs) != 1 || len(opened.UnverifiedSigs) != 0 {
		t.Fatalf("signatures: %v, %v", opened.Sigs, opened.UnverifiedSigs)
	}
	if origin := strings.SplitN(opened.Text, "\n", 2)[0]; origin != opened.Sigs[0].Name {
		t.Fatalf("the log %q is signed by %q", origin, opened.Sigs[0].Name)
	}
	// One flipped bit of the text, anywhere, or of the signature proper.
	for at := range opened.Text {
		changed := append([]byte{}, signed...)
		changed[at] ^= 1
		if _, err := note.Open(changed, known); err == nil {
			t.Fatalf("byte %d of the text can be changed", at)
		}
	}
	raw, err := base64.StdEncoding.DecodeString(opened.Sigs[0].Base64)
	if err != nil {
		t.Fatal(err)
	}
	for at := range raw {
		changed := append([]byte{}, raw...)
		changed[at] ^= 1
		coded := base64.StdEncoding.EncodeToString(changed)
		if _, err := note.Open(bytes.Replace(signed, []byte(opened.Sigs[0].Base64), []byte(coded), 1), known); err == nil {
			t.Fatalf("byte %d of the signature can be changed", at)
		}
	}
}

func TestTilesAndEntriesMakeTheRoot(t *testing.T) {
	s := demo(t)
	signed := s.checkpoint()
	if signed.N <= 256 {
		t.Fatalf("%d entries do not fill a tile", signed.N)
	}
	reader := tlog.TileHashReader(signed, tiles{server: s})
	root, err := tlog.TreeHash(signed.N, reader)
	if err != nil {
		t.Fatal(err)
	}
	if root != signed.Hash {
		t.Fatalf("the tiles make %v, signed is %v", root, signed.Hash)
	}
	// The whole tree from the entries alone.
	var stored []tlog.Hash
	read := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var hashes []tlog.Hash
		for _, index := range indexes {
			hashes = append(hashes, stored[index])
		}
		return hashes, nil
	})
	entries := s.entries(signed.N)
	for number, entry := range entries {
		hashes, err := tlog.StoredHashes(int64(number), entry, read)
		if err != nil {
			t.Fatal(err)
		}
		stored = append(stored, hashes...)
	}
	if root, err = tlog.TreeHash(signed.N, read); err != nil || root != signed.Hash {
		t.Fatalf("the entries make %v (%v), signed is %v", root, err, signed.Hash)
	}
	// Every tile with one flipped bit is found out. The records are proven too: TileHashReader of older
	// versions of the package lets some tiles pass where several subtrees of the tree lie in one.
	every := func(reader tlog.HashReader) error {
		for index := int64(0); index < signed.N; index += 97 {
			proof, err := tlog.ProveRecord(signed.N, index, reader)
			if err != nil {
				return err
			}
			leaf := tlog.RecordHash(entries[index])
			if err := tlog.CheckRecord(proof, signed.N, signed.Hash, index, leaf); err != nil {
				return err
			}
		}
		return nil
	}
	asked := map[string]bool{}
	ask := func(tile tlog.Tile, _ []byte) { asked[tile.Path()] = true }
	if err := every(tlog.TileHashReader(signed, tiles{s, ask})); err != nil {
		t.Fatal(err)
	}
	for path := range asked {
		flip := func(tile tlog.Tile, data []byte) {
			if tile.Path() == path {
				data[len(data)/2] ^= 1
			}
		}
		if every(tlog.TileHashReader(signed, tiles{s, flip})) == nil {
			t.Fatalf("%s can be changed", path)
		}
	}
	if len(asked) < 3 {
		t.Fatalf("only %d tiles were asked for", len(asked))
	}
}

func TestReceiptProvesItsEntry(t *testing.T) {
	s := demo(t)
	code := s.register(1)
	text := string(s.must("/follow/" + code + "/receipt.tlog-proof"))
	proof := readProof(t, text)
	opened, err := note.Open([]byte(proof.checkpoint), note.VerifierList(s.verifier()))
	if err != nil {
		t.Fatal(err)
	}
	signed := tree(t, opened.Text)
	// What the receipt tells makes the commitment that stands in the log, by a computation of our own.
	told := readEvidence(t, proof.extra)
	commitment := told.commitment(t)
	if !bytes.Equal(commitment, s.entries(signed.N)[proof.index]) {
		t.Fatal("the evidence of the receipt is not what the log holds")
	}
	if told.Subject != code[:strings.LastIndex(code, "-")] {
		t.Fatalf("the receipt of %s is about %s", code, told.Subject)
	}
	if strings.Contains(string(proof.extra), "Thử") {
		t.Fatal("the receipt tells who asked")
	}
	leaf := tlog.RecordHash(commitment)
	if err := tlog.CheckRecord(proof.beside, signed.N, signed.Hash, proof.index, leaf); err != nil {
		t.Fatal(err)
	}
	other := leaf
	other[7] ^= 1
	if tlog.CheckRecord(proof.beside, signed.N, signed.Hash, proof.index, other) == nil {
		t.Fatal("another entry is proven too")
	}
	if tlog.CheckRecord(proof.beside, signed.N, signed.Hash, proof.index-1, leaf) == nil {
		t.Fatal("the entry is proven at another place too")
	}
	for at := range proof.beside {
		changed := append(tlog.RecordProof{}, proof.beside...)
		changed[at][0] ^= 1
		if tlog.CheckRecord(changed, signed.N, signed.Hash, proof.index, leaf) == nil {
			t.Fatalf("hash %d of the proof can be changed", at)
		}
	}
	told.EffectiveOn = "2016-01-01"
	if bytes.Equal(told.commitment(t), commitment) {
		t.Fatal("another day makes the same commitment")
	}
}

func TestLogOnlyGrows(t *testing.T) {
	s := demo(t)
	before := s.checkpoint()
	for number := 1; number <= 3; number++ {
		s.register(number)
	}
	now := s.checkpoint()
	if now.N <= before.N {
		t.Fatalf("%d entries after %d", now.N, before.N)
	}
	proof, err := tlog.ProveTree(now.N, before.N, tlog.TileHashReader(now, tiles{server: s}))
	if err != nil {
		t.Fatal(err)
	}
	if err := tlog.CheckTree(proof, now.N, now.Hash, before.N, before.Hash); err != nil {
		t.Fatal(err)
	}
	if len(proof) == 0 {
		t.Fatal("nothing was proven")
	}
	forked := before.Hash
	forked[0] ^= 1
	if tlog.CheckTree(proof, now.N, now.Hash, before.N, forked) == nil {
		t.Fatal("another history is proven too")
	}
	for at := range proof {
		changed := append(tlog.TreeProof{}, proof...)
		changed[at][31] ^= 1
		if tlog.CheckTree(changed, now.N, now.Hash, before.N, before.Hash) == nil {
			t.Fatalf("hash %d of the proof can be changed", at)
		}
	}
}
