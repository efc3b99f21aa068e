"""The real site behind a server made to be killed: it starts in a moment, by a fork of what is loaded already."""

import os
import socket
import socketserver
import sys
from wsgiref.simple_server import ServerHandler, WSGIRequestHandler, WSGIServer

import django
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.test import Client


class Handler(WSGIRequestHandler):
    """Says nothing, and closes after each answer."""

    def log_message(self, *words: object) -> None:
        """Keep silent."""

    def handle(self) -> None:
        """Answer one request; a client that goes away is no fault."""
        try:
            super().handle()
        except OSError:
            self.close_connection = True


class Server(socketserver.ThreadingMixIn, WSGIServer):
    """Serves on a socket that its parent keeps open, several requests at once."""

    daemon_threads = True

    def server_bind(self) -> None:
        """Take the socket as it is."""
        self.server_name, self.server_port = "localhost", self.socket.getsockname()[1]
        self.setup_environ()


def serve(listening: socket.socket) -> None:
    """Serve until killed."""
    server = Server(listening.getsockname(), Handler, bind_and_activate=False)
    server.socket.close()
    server.socket = listening
    server.server_bind()
    server.set_app(get_wsgi_application())
    server.serve_forever()


def say(word: object) -> None:
    """Tell the test that started us."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main() -> None:
    """Load the site once; at each line read, fork a server and say its number."""
    django.setup()
    for address in ("/sante/", "/fanal/structures/ajouter/"):  # what the first request loads is loaded here
        Client(HTTP_HOST="localhost").get(address)
    connections.close_all()
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(50)
    say(listening.getsockname()[1])
    for _line in sys.stdin:
        child = os.fork()
        if child == 0:
            serve(listening)
        say(child)
        os.waitpid(child, 0)
        say("gone")


ServerHandler.server_software = "phares-tests"
if __name__ == "__main__":
    main()
