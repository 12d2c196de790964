// Package golog reads the public log of a running Khéo with Go's own implementation of transparency logs
// (golang.org/x/mod/sumdb), which shares no line with ours.
package golog

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The program, as `./check` built it.
func program() string {
	if path := os.Getenv("KHEO"); path != "" {
		return path
	}
	return "../../target/debug/kheo"
}

// The demonstration, loaded once for all tests.
var template string

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "kheo-go-log-")
	if err != nil {
		panic(err)
	}
	template = filepath.Join(folder, "city")
	said, err := exec.Command(program(), "demo", "--no-serve", "--data", template).CombinedOutput()
	if err != nil {
		fmt.Fprintf(os.Stderr, "%v: %s\n", err, said)
		os.RemoveAll(folder)
		os.Exit(1)
	}
	code := m.Run()
	os.RemoveAll(folder)
	os.Exit(code)
}

// city answers a copy of the demonstration for one test.
func city(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "city")
	if said, err := exec.Command("cp", "-a", template, folder).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	return folder
}

// A running installation.
type server struct {
	t       *testing.T
	command *exec.Cmd
	address string
}

// serve runs the program with arguments until the test ends or stop is called.
func serve(t *testing.T, arguments ...string) *server {
	t.Helper()
	command := exec.Command(program(), arguments...)
	command.Stderr = os.Stderr
	output, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	s := &server{t: t, command: command}
	t.Cleanup(s.stop)
	where := regexp.MustCompile(`http://([0-9.:]+)`)
	lines := bufio.NewScanner(output)
	for s.address == "" && lines.Scan() {
		if found := where.FindStringSubmatch(lines.Text()); found != nil {
			s.address = found[1]
		}
	}
	if s.address == "" {
		t.Fatal("the program ended before it served")
	}
	go io.Copy(io.Discard, output)
	return s
}

func (s *server) stop() {
	if s.command.ProcessState == nil {
		s.command.Process.Kill()
		s.command.Wait()
	}
}

// get answers status and body.
func (s *server) get(path string) (int, []byte) {
	s.t.Helper()
	answer, err := http.Get("http://" + s.address + path)
	return s.read(answer, err)
}

func (s *server) post(path, contentType string, headers map[string]string, body string) (int, []byte) {
	s.t.Helper()
	request, err := http.NewRequest("POST", "http://"+s.address+path, strings.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	request.Header.Set("Content-Type", contentType)
	for name, value := range headers {
		request.Header.Set(name, value)
	}
	answer, err := http.DefaultClient.Do(request)
	return s.read(answer, err)
}

func (s *server) read(answer *http.Response, err error) (int, []byte) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return answer.StatusCode, body
}

// must answers the body of what has to be there.
func (s *server) must(path string) []byte {
	s.t.Helper()
	status, body := s.get(path)
	if status != http.StatusOK {
		s.t.Fatalf("%s: status %d: %s", path, status, body)
	}
	return body
}

// register registers a case and waits until its entry is in the log; it answers the code.
func (s *server) register(number int) string {
	s.t.Helper()
	asked := fmt.Sprintf(`{"kind":"recommendation","unit":"song-cau","subject":"Đèn đường số %d hỏng",
		"text":"Đèn đường trước nhà văn hóa tổ 5 hỏng đã hai tuần, đề nghị sửa.","name":"Trần Văn Thử"}`, number)
	headers := map[string]string{"Idempotency-Key": fmt.Sprint("go-", number)}
	status, body := s.post("/api/v1/cases", "application/json", headers, asked)
	if status != http.StatusCreated {
		s.t.Fatalf("status %d: %s", status, body)
	}
	var registered struct{ Code string }
	if err := json.Unmarshal(body, &registered); err != nil {
		s.t.Fatal(err)
	}
	for {
		status, body := s.get("/follow/" + registered.Code + "/receipt.tlog-proof")
		if status == http.StatusOK {
			return registered.Code
		}
		if status != http.StatusNotFound {
			s.t.Fatalf("status %d: %s", status, body)
		}
	}
}

// run runs a command of the program to its end; it answers what it said and its exit code.
func run(t *testing.T, arguments ...string) (string, int) {
	t.Helper()
	var said bytes.Buffer
	command := exec.Command(program(), arguments...)
	command.Stdout, command.Stderr = &said, &said
	if err := command.Run(); err != nil && command.ProcessState == nil {
		t.Fatal(err)
	}
	return said.String(), command.ProcessState.ExitCode()
}
