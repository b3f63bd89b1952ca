"""What GitHub is to do with each change: check it, build the public site, and publish that on GitHub Pages.

Each action is named by the commit that it was reviewed at, since a tag can be moved. No job may do more than it needs.
"""

import re

PATH = ".github/workflows/publish.yml"
REQUIREMENTS = "requirements.txt"

_ONE_LINE = re.compile(r"[^\s#;'\"\\-][^\n\r'\"\\]*")

_WORKFLOW = """\
# Checks every change, and publishes the site for {audience} on GitHub Pages. Sites for other readers are checked,
# and never published here. In the repository's settings, choose "GitHub Actions" as the source of its Pages.
name: Publish

on:
  push:
    branches: [main]
  pull_request:
  schedule:
    - cron: "17 5 * * *" # dates come and pass without anybody writing
  workflow_dispatch:

permissions: {{}}

concurrency:
  group: publish-${{{{ github.ref }}}}
  cancel-in-progress: false

jobs:
  build:
    runs-on: ubuntu-24.04
    timeout-minutes: 20
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          persist-credentials: false
      - uses: actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065 # v5.6.0
        with:
          python-version: "3.12"
      - name: Install golden
        run: python -m pip install --disable-pip-version-check --requirement {requirements}
      - name: Check everything
        run: golden check --format github
      - name: Build the public site
        run: golden build --audience {audience} --output output --quiet
      # Packed here: the action made for this leaves out what begins with a dot, such as .well-known/security.txt.
      - if: github.ref == 'refs/heads/main'
        name: Pack the public site
        run: tar --create --dereference --hard-dereference --directory output/{audience} --file artifact.tar .
      - if: github.ref == 'refs/heads/main'
        uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2
        with:
          name: github-pages
          path: artifact.tar
          if-no-files-found: error
          retention-days: 1

  publish:
    if: github.ref == 'refs/heads/main'
    needs: build
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: ${{{{ steps.deployment.outputs.page_url }}}}
    steps:
      - id: deployment
        uses: actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5
"""


def fault_of_requirement(requirement: str) -> str:
    """Why pip could not be told this in one line of a file; empty where it could."""
    return "" if _ONE_LINE.fullmatch(requirement) else "it is no requirement that pip takes in one line"


def github_files(audience: str, requirement: str) -> dict[str, bytes]:
    """The workflow, and the file that says what `golden` is installed from."""
    return {
        PATH: _WORKFLOW.format(audience=audience, requirements=REQUIREMENTS).encode(),
        REQUIREMENTS: f"# What GitHub installs golden from.\n{requirement}\n".encode(),
    }
